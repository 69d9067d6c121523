package io.guidepost.editorial.comment;

import io.guidepost.comparison.Anchor;

/**
 * A place in a version of a document.
 *
 * @param version which version
 * @param anchor the place in its content
 */
public record Place(int version, Anchor anchor) {}
