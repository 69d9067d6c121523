package io.guidepost.content;

/**
 * What a share of everybody lies within, with a certainty of 95 %, going by the share of those who were asked.
 *
 * @param low in percent points, unrounded; 0 at least
 * @param high in percent points, unrounded; 100 at most
 */
public record Interval(double low, double high) {

    /** Checks the bounds. */
    public Interval {
        if (!(low >= 0 && low <= high && high <= 100)) {
            throw new IllegalArgumentException("No interval of percent points: " + low + " to " + high);
        }
    }
}
