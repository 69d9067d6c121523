package io.guidepost.delivery.field;

import io.guidepost.release.LiveDocument;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The orders that lists of documents come in: the enum {@code DocumentSort} of the schema. */
enum DocumentOrder {

    /** By slug. */
    SLUG {
        @Override
        String place(LiveDocument document) {
            return document.slug();
        }
    },

    /** By title, whatever the case and the accents of its letters. */
    TITLE {
        @Override
        String place(LiveDocument document) {
            return MARKS.matcher(Normalizer.normalize(document.title(), Normalizer.Form.NFD)).replaceAll("")
                    .toLowerCase(Locale.ROOT) + '\0' + document.slug();
        }
    },

    /** What went live last comes first. */
    NEWEST {
        @Override
        String place(LiveDocument document) {
            Instant at = document.publishedAt();
            // Of 19 and, without the first, of nine digits, whatever the time.
            return (Long.MAX_VALUE - at.getEpochSecond())
                    + Long.toString(SECOND + LAST_NANO - at.getNano()).substring(1) + document.slug();
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final long SECOND = 1_000_000_000;
    private static final long LAST_NANO = SECOND - 1;

    /** The order that an argument names; by slug if it names none. */
    static DocumentOrder of(@Nullable Object named) {
        return named == null ? SLUG : valueOf(named.toString());
    }

    /**
     * The place of a document among others in this order: a text, which says where it stands even when it is in no list any more.
     * What is the same in an order is in the order of the slugs.
     */
    abstract String place(LiveDocument document);
}
