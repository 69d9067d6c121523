package io.guidepost.comparison;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place that two edits changed differently.
 *
 * @param pointer the place, as a JSON pointer into the content that both are based on; for a field that both have set, where it would be
 * @param base the value that both are based on; null: there is none
 * @param theirs the value of one edit; null: there is none any more
 * @param ours the value of the other edit; null: there is none any more
 */
public record Conflict(String pointer, @Nullable JsonNode base, @Nullable JsonNode theirs, @Nullable JsonNode ours) {}
