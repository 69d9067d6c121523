package io.guidepost.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of a text that was changed.
 *
 * @param change what happened to it
 * @param text the stretch itself
 */
public record WordRun(Change change, String text) {

    /** What can happen to a stretch of text. */
    public enum Change {
        /** It is in both texts. */
        @JsonProperty("equal")
        EQUAL,
        /** It is in the text before only. */
        @JsonProperty("deleted")
        DELETED,
        /** It is in the text after only. */
        @JsonProperty("inserted")
        INSERTED
    }

    public WordRun {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A run has at least one character.");
        }
    }
}
