package io.guidepost.delivery.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guidepost.delivery.edition.Excerpt;
import io.guidepost.delivery.edition.RefusedQueryException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of changes, as clients see it: text that means nothing to them. It names the list as well, so that a page that follows
 * is of the same.
 *
 * @param since the id of the earlier edition; null: none
 * @param edition the id of the later
 * @param place how many changes stand before it, itself included
 */
public record ChangeCursor(@Nullable String since, String edition, int place) {

    private static final Pattern FORM = Pattern.compile("changes:(\\d+\\.\\d+)?:(\\d+\\.\\d+):(\\d{1,9})");

    /** A place in a list. */
    public static ChangeCursor of(ChangeList list, int place) {
        return new ChangeCursor(list.since(), list.edition(), place);
    }

    /**
     * Reads a client's cursor.
     *
     * @throws RefusedQueryException if it is none of changes
     */
    public static ChangeCursor parse(String text) {
        Matcher matcher = FORM.matcher(decoded(text));
        if (!matcher.matches()) {
            throw new RefusedQueryException("`after` must be a cursor of changes; this is none: " + Excerpt.of(text));
        }
        return new ChangeCursor(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** Whether it is a place in a list. */
    public boolean isIn(ChangeList list) {
        return place > 0 && equals(of(list, Math.min(place, list.size())));
    }

    /** What clients see. */
    public String text() {
        String place = "changes:" + (since == null ? "" : since) + ':' + edition + ':' + this.place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }
}
