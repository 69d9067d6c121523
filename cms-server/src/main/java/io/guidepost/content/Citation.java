package io.guidepost.content;

/**
 * A citation of a source.
 *
 * @param key the source's slug
 * @param number counted from 1 in the order of the text; a source cited again keeps its number
 */
public record Citation(String key, int number) {}
