package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import io.guidepost.search.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody who types may be looking for.
 *
 * @param degraded whether the search engine was away, or takes nothing that is new
 * @param suggestions the most fitting first
 */
record SuggestionList(boolean degraded, List<Suggestion> suggestions) {

    /**
     * A document that may be meant.
     *
     * @param text to be put in place of what was typed
     * @param type the document's type
     * @param slug the document's slug in the edition that is read
     */
    record Suggestion(String text, String type, String slug) {}

    /** The field of a query that asks for suggestions. */
    record Field() implements FieldValue {

        private static final int MOST = 50;

        @Override
        public Object of(Object source, Map<String, Object> arguments, Reading reading) {
            Suggestions found = reading.suggest(Objects.requireNonNull(arguments.get("prefix")).toString(),
                    Arguments.first(arguments, MOST));
            List<Suggestion> live = new ArrayList<>();
            for (Suggestions.Suggestion suggested : found.suggestions()) {
                LiveDocument document = reading.byId(suggested.id());
                if (document != null) {
                    live.add(new Suggestion(suggested.text(), document.type(), document.slug()));
                }
            }
            return new SuggestionList(found.degraded(), live);
        }
    }
}
