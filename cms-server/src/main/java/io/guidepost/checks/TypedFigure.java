package io.guidepost.checks;

/**
 * A figure that stands in a text as digits, or as words: a span of months, a share.
 *
 * @param unit what it counts
 * @param low the number, or the low end of a span
 * @param high the same number, or the high end
 * @param currency the symbol or code of the currency, in one form; empty where there is none
 * @param start where it begins in the sentence
 * @param end where it ends
 * @param text as it was typed
 */
record TypedFigure(Unit unit, double low, double high, String currency, int start, int end, String text) {

    enum Unit {
        PERCENT, MONEY, COUNT, MONTHS
    }

    boolean isSpan() {
        return high > low;
    }

    boolean sameValue(TypedFigure other) {
        return low == other.low && high == other.high;
    }

    boolean overlaps(TypedFigure other) {
        return start < other.end && other.start < end;
    }
}
