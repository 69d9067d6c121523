package io.guidepost.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A place in a content that something, such as a comment, is about.
 *
 * @param pointer the value, as a JSON pointer; empty: the whole content
 * @param range a part of the text there; null: all that is there
 */
public record Anchor(String pointer, @Nullable TextRange range) {}
