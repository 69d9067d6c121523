package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which documents a list has.
 *
 * @param slugs documents with one of these; null: any
 * @param publishedSince documents whose content went live then or later; null: any
 * @param fields by field of the content, what it must be, or for a list must all have
 */
record Filter(@Nullable Collection<?> slugs, @Nullable Instant publishedSince, Map<String, Object> fields) {

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
        return new Filter(slugs, publishedSince, fields);
    }

    /** Whether every document is in the list. */
    boolean isEmpty() {
        return slugs == null && publishedSince == null && fields.isEmpty();
    }

    boolean readsContent() {
        return !fields.isEmpty();
    }

    /** Those of all documents of the type that are worth a look. */
    Stream<LiveDocument> candidates(Map<String, LiveDocument> all) {
        return slugs == null
                ? all.values().stream()
                : slugs.stream().map(slug -> all.get(slug.toString())).filter(Objects::nonNull);
    }

    boolean admits(LiveDocument document) {
        return publishedSince == null || !document.publishedAt().isBefore(publishedSince);
    }

    boolean admits(Published document) {
        return fields.entrySet().stream()
                .allMatch(wanted -> matches(document.fields().path(wanted.getKey()), wanted.getValue()));
    }

    private static boolean matches(JsonNode stored, Object wanted) {
        List<String> has = stored.isArray()
                ? stored.values().stream().map(JsonNode::asString).toList()
                : List.of(stored.asString());
        return wanted instanceof Collection<?> all
                ? all.stream().allMatch(each -> has.contains(each.toString()))
                : has.contains(wanted.toString());
    }
}
