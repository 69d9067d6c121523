package io.guidepost.delivery.chart;

import org.jspecify.annotations.Nullable;

/**
 * Whose answers to which question a chart shows.
 *
 * @param role key
 * @param question key
 * @param background key; null: everybody who explores the role
 */
record ChartName(String role, String question, @Nullable String background) {}
