package io.guidepost.notifications;

import io.guidepost.web.MalformedQueryException;
import java.time.Instant;

/**
 * A place in somebody's list, which goes by time and then by id.
 *
 * @param at the time of the notification that is there, or was
 * @param id its id
 */
record Position(Instant at, String id) {

    /** Reads what {@link #text} has written. */
    static Position parse(String text) {
        int end = text.indexOf('~');
        try {
            return new Position(Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(end, 0)))),
                    text.substring(end + 1));
        } catch (NumberFormatException malformed) {
            throw new MalformedQueryException("“after” must be the “next” of the page before.");
        }
    }

    /** The position as one text, for addresses. */
    String text() {
        return at.toEpochMilli() + "~" + id;
    }
}
