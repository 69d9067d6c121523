package io.guidepost.search;

import java.util.List;

/**
 * A place in a document where words stand that were searched for.
 *
 * @param place where it is
 * @param parts its text in pieces, to be put together as they are; markup is not in it, and where a figure was, or a long passage is cut, there is an ellipsis
 */
public record Highlight(Place place, List<Part> parts) {

    /** Copies the parts. */
    public Highlight {
        parts = List.copyOf(parts);
    }

    /** Where in a document words may stand. */
    public enum Place {
        /** What names it in lists: the role of a guide, the question of an FAQ. */
        TITLE,
        /** The heading, subtitle and description of a guide. */
        SUMMARY,
        /** All else. */
        TEXT
    }

    /**
     * A piece of text.
     *
     * @param text as plain words
     * @param hit whether it is what was searched for
     */
    public record Part(String text, boolean hit) {}
}
