package io.guidepost.search;

import java.util.List;

/**
 * What somebody may be about to type.
 *
 * @param suggestions the most fitting first
 * @param degraded whether there are none, as the search engine is away or was not asked, or it takes nothing that is new
 */
public record Suggestions(List<Suggestion> suggestions, boolean degraded) {

    /** None, as the search engine was not asked. */
    public static final Suggestions UNASKED = new Suggestions(List.of(), true);

    /** Copies the suggestions. */
    public Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * A document that may be meant.
     *
     * @param text its title, to be put in place of what was typed
     * @param id its document id
     */
    public record Suggestion(String text, String id) {}
}
