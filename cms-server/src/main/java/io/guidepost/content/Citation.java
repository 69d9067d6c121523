package io.guidepost.content;

/**
 * A source cited in a text.
 *
 * @param key the slug of the source
 * @param number counted from 1 in the order in which the text first cites its sources
 */
public record Citation(String key, int number) {}
