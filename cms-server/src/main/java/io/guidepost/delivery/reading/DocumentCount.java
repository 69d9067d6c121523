package io.guidepost.delivery.reading;

/**
 * How many documents of a type are live.
 *
 * @param type the type's name
 * @param count how many
 */
public record DocumentCount(String type, int count) {}
