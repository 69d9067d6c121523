package io.guidepost.upkeep;

/**
 * A review task was opened.
 *
 * @param task which
 */
public record ReviewTaskOpened(ReviewTask task) {}
