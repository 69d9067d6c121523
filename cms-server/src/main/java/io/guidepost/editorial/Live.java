package io.guidepost.editorial;

import org.jspecify.annotations.Nullable;

/**
 * What of a document is live, as the newest release that touched it says.
 *
 * @param release the release's number
 * @param version the version that is live; null: it was withdrawn
 */
public record Live(int release, @Nullable Integer version) {}
