package io.guidepost.delivery.field;

import io.guidepost.release.LiveDocument;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The orders that lists of documents come in: the enum {@code DocumentSort} of the schema. */
enum DocumentOrder {

    /** By slug. */
    SLUG {
        @Override
        String key(LiveDocument document) {
            return "";
        }
    },

    /** By title, whatever the case and the accents of its letters. */
    TITLE {
        @Override
        String key(LiveDocument document) {
            return MARKS.matcher(Normalizer.normalize(document.title(), Normalizer.Form.NFD)).replaceAll("")
                    .toLowerCase(Locale.ROOT);
        }
    },

    /** What went live last comes first. */
    NEWEST {
        @Override
        String key(LiveDocument document) {
            Instant at = document.publishedAt();
            return String.format(Locale.ROOT, "%019d%09d", Long.MAX_VALUE - at.getEpochSecond(),
                    LAST_NANO - at.getNano());
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LAST_NANO = 999_999_999;

    /** The order that an argument names; by slug if it names none. */
    static DocumentOrder of(@Nullable Object named) {
        return named == null ? SLUG : valueOf(named.toString());
    }

    /** What documents are ordered by, as a text; those that have the same are in the order of their slugs. */
    abstract String key(LiveDocument document);

    /**
     * Documents by their place in this order, a text that says where a document stands even when it is in the list no more.
     *
     * @param bySlug the documents by slug
     */
    NavigableMap<String, LiveDocument> arrange(NavigableMap<String, LiveDocument> bySlug) {
        if (this == SLUG) {
            return bySlug;
        }
        NavigableMap<String, LiveDocument> arranged = new TreeMap<>();
        bySlug.forEach((slug, document) -> arranged.put(key(document) + '\0' + slug, document));
        return arranged;
    }
}
