package io.guidepost.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place where a figure stands.
 *
 * @param document the document's id
 * @param type its type
 * @param slug its slug; empty while it has none
 * @param title its title; empty while it has none
 * @param pointer the text that holds the figure, as a JSON pointer
 * @param token as it stands there, in its standard form, with its braces: it may name the role, or round down
 * @param states whether it stands in the working copy, in what is live, or in both
 */
record Use(String document, String type, String slug, String title, String pointer, String token,
        List<State> states) {

    /** Documents by id, texts by pointer. */
    static final Comparator<Use> ORDER = Comparator.comparing(Use::document).thenComparing(Use::pointer)
            .thenComparing(Use::token);

    /** Copies the list. */
    Use {
        states = List.copyOf(states);
    }

    /** Of which version of a document. */
    enum State {
        /** The working copy. */
        @JsonProperty("working")
        WORKING,
        /** What is live. */
        @JsonProperty("live")
        LIVE
    }

    /** The same place in another version; named as in this one. A text that holds a figure twice is one place. */
    Use and(Use other) {
        return new Use(document, type, slug, title, pointer, token,
                Stream.concat(states.stream(), other.states.stream()).distinct().toList());
    }
}
