package io.guidepost.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure in a text, resolved.
 *
 * @param token the token without its braces
 * @param text how it reads in the text: {@code 33%}; for a suppressed figure, words that say so
 * @param value the number: a percentage in percent points unrounded, a count or a rank as such; null for a label or a
 *        range, and where suppressed
 * @param n how many respondents the figure rests on; null where suppressed
 * @param asOf when the statistics were taken
 * @param suppressed whether the group is too small for its figures to be shown
 * @param interval what the share of everybody lies within, of a share, a range or a rank; else null, and where suppressed
 * @param provenance where it comes from
 */
public record Figure(String token, String text, @Nullable Double value, @Nullable Integer n, Instant asOf,
        boolean suppressed, @Nullable Interval interval, Provenance provenance) {

    /** What stands in a text where a figure is suppressed. */
    public static final String TOO_FEW = "too few answers to show";

    /**
     * A figure that may not be shown.
     *
     * @param token the token without its braces
     * @param asOf when the statistics were taken
     * @param provenance where it would come from
     */
    public static Figure suppressed(String token, Instant asOf, Provenance provenance) {
        return new Figure(token, TOO_FEW, null, null, asOf, true, null, provenance);
    }
}
