package io.guidepost.comparison;

/**
 * A part of a text as it is written, Markdown and tokens included.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, not included; after the start
 * @param quote the part itself
 */
public record TextRange(int start, int end, String quote) {

    public TextRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A text range starts at 0 or later and ends after its start.");
        }
        if (quote.length() != end - start) {
            throw new IllegalArgumentException(
                    "The quote is " + quote.length() + " long, and the range " + (end - start) + ".");
        }
    }

    TextRange at(int newStart) {
        return new TextRange(newStart, newStart + quote.length(), quote);
    }
}
