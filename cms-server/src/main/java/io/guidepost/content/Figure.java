package io.guidepost.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its value.
 *
 * @param token the token as it was written, without its braces
 * @param text as it reads in a sentence
 * @param value the number: a percentage in percent points, unrounded; null for a label or where suppressed
 * @param n how many respondents it rests on; null where suppressed
 * @param asOf when the statistics were taken
 * @param suppressed whether the group is too small for its figures to be shown
 */
public record Figure(String token, String text, @Nullable Double value, @Nullable Integer n, Instant asOf,
        boolean suppressed) {}
