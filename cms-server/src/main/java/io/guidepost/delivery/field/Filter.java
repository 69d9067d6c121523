package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list has.
 *
 * @param slugs documents with one of these; null: any
 * @param publishedSince documents whose content went live then or later; null: any
 * @param background documents about a role that enough people of this background explore for figures to be shown; null: any
 * @param fields by field of the content, what it must be, or for a list must all have
 */
record Filter(@Nullable Collection<?> slugs, @Nullable Instant publishedSince, @Nullable Object background,
        Map<String, Object> fields) {

    /** What the input object of a query says; a field that is null in it does not filter. */
    static Filter of(@Nullable Object input) {
        Map<String, Object> fields = new HashMap<>();
        if (input instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (value != null) {
                    fields.put(name.toString(), value);
                }
            });
        }
        Collection<?> slugs = (Collection<?>) fields.remove("slugs");
        Instant publishedSince = (Instant) fields.remove("publishedSince");
        Object background = fields.remove("quizBackground");
        return new Filter(slugs, publishedSince, background, fields);
    }

    /**
     * Documents that a list has.
     *
     * @param bySlug the documents by slug, not to be changed
     * @param isShared whether it is the same object for all who ask while nothing changes
     */
    record Matching(NavigableMap<String, LiveDocument> bySlug, boolean isShared) {}

    /** Those of the live documents of a type that are in the list. */
    Matching matching(String type, Reading reading) {
        List<NavigableMap<String, LiveDocument>> sets = new ArrayList<>();
        if (background != null) {
            sets.add(reading.ofBackground(type, background.toString()));
        }
        fields.forEach((field, wanted) -> values(wanted)
                .forEach(value -> sets.add(reading.having(type, field, value.toString()))));
        if (slugs != null) {
            sets.add(named(slugs, reading.ofType(type)));
        } else if (sets.isEmpty()) {
            sets.add(reading.ofType(type));
        }
        sets.sort(Comparator.comparingInt(Map::size));
        NavigableMap<String, LiveDocument> smallest = sets.removeFirst();
        if (sets.isEmpty() && publishedSince == null) {
            return new Matching(smallest, slugs == null && background == null);
        }
        NavigableMap<String, LiveDocument> matching = new TreeMap<>();
        smallest.forEach((slug, document) -> {
            if (isRecent(document) && sets.stream().allMatch(set -> set.containsKey(slug))) {
                matching.put(slug, document);
            }
        });
        return new Matching(matching, false);
    }

    private static NavigableMap<String, LiveDocument> named(Collection<?> slugs,
            NavigableMap<String, LiveDocument> all) {
        NavigableMap<String, LiveDocument> named = new TreeMap<>();
        for (Object slug : slugs) {
            LiveDocument document = all.get(slug.toString());
            if (document != null) {
                named.put(document.slug(), document);
            }
        }
        return named;
    }

    private boolean isRecent(LiveDocument document) {
        return publishedSince == null || !document.publishedAt().isBefore(publishedSince);
    }

    private static Collection<?> values(Object wanted) {
        return wanted instanceof Collection<?> all ? all : List.of(wanted);
    }
}
