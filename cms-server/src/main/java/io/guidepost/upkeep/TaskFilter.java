package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Which review tasks to list.
 *
 * @param state in this state, by its word; null: in any
 * @param document on this document; null: on any
 * @param kind of this kind; null: of any
 */
record TaskFilter(@Nullable String state, @Nullable DocumentId document, @Nullable TaskKind kind) {}
