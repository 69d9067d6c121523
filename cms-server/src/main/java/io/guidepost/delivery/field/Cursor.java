package io.guidepost.delivery.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guidepost.delivery.edition.Excerpt;
import io.guidepost.delivery.edition.RefusedQueryException;
import java.util.Base64;

/** The place of a document in the list of its type, as clients see it: text that means nothing to them. */
final class Cursor {

    private Cursor() {}

    static String of(String type, String slug) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((type + ":" + slug).getBytes(UTF_8));
    }

    /**
     * The slug that a cursor stands for.
     *
     * @throws RefusedQueryException if it is not a cursor of the list
     */
    static String slug(String type, String cursor) {
        String prefix = type + ":";
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (place.startsWith(prefix)) {
                return place.substring(prefix.length());
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused like every other text that is not a cursor.
        }
        throw new RefusedQueryException("`after` must be a cursor of this list; this is none: " + Excerpt.of(cursor));
    }
}
