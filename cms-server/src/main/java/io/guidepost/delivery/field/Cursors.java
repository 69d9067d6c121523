package io.guidepost.delivery.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guidepost.delivery.edition.Excerpt;
import io.guidepost.delivery.edition.RefusedQueryException;
import java.util.Base64;
import java.util.Optional;

/**
 * The places in a list, as clients see them: text that means nothing to them.
 *
 * @param list what is listed
 * @param order in which order
 */
record Cursors(String list, String order) {

    String of(String place) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((list + ":" + order + ":" + place).getBytes(UTF_8));
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws RefusedQueryException if it is not a cursor of the list in this order
     */
    String place(String cursor) {
        String[] parts = decoded(cursor).orElse("").split(":", 3);
        if (parts.length != 3) {
            throw new RefusedQueryException(
                    "`after` must be a cursor of this list; this is none: " + Excerpt.of(cursor));
        }
        if (!parts[0].equals(list)) {
            throw new RefusedQueryException("`after` must be a cursor of this list; this one is of another: "
                    + Excerpt.of(cursor));
        }
        if (!parts[1].equals(order)) {
            throw new RefusedQueryException("`after` must be a cursor of this list in the order that is asked for, "
                    + order + "; this one is of the order " + Excerpt.of(parts[1]));
        }
        return parts[2];
    }

    private static Optional<String> decoded(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
