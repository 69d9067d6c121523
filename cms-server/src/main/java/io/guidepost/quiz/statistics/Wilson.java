package io.guidepost.quiz.statistics;

import io.guidepost.content.Interval;

/**
 * Wilson's score interval of a share (E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 1927), without a correction for continuity. Unlike the usual approximation it holds for few
 * respondents and for shares near nothing or all, too.
 */
final class Wilson {

    /** How many standard deviations on either side make up 95 % of a normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The interval of a share.
     *
     * @param count how many gave an answer
     * @param n how many were asked; 1 at least
     */
    static Interval interval(int count, int n) {
        double share = (double) count / n;
        double scale = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2.0 * n)) / scale;
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / scale;
        // Exact where the two terms cancel each other.
        double low = count == 0 ? 0 : centre - reach;
        double high = count == n ? 1 : centre + reach;
        return new Interval(100 * low, 100 * high);
    }
}
