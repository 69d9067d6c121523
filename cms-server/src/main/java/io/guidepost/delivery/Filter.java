package io.guidepost.delivery;

import io.guidepost.delivery.Content.Published;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    static Filter of(@Nullable Map<String, Object> input) {
        Map<String, Object> fields = new HashMap<>();
        if (input != null) {
            input.forEach((name, value) -> {
                if (value != null) {
                    fields.put(name, value);
                }
            });
        }
        Collection<?> slugs = (Collection<?>) fields.remove("slugs");
        Instant publishedSince = (Instant) fields.remove("publishedSince");
        return new Filter(slugs, publishedSince, fields);
    }

    boolean readsContent() {
        return !fields.isEmpty();
    }

    boolean admits(LiveDocument document) {
        return (slugs == null || slugs.contains(document.slug()))
                && (publishedSince == null || !document.publishedAt().isBefore(publishedSince));
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
