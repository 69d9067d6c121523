package io.guidepost.webhooks;

import io.guidepost.web.MalformedQueryException;
import java.time.Instant;

/**
 * A place in the list of messages, which goes by time and then by id.
 *
 * @param at when the message that is there was written
 * @param id its id
 */
record Place(Instant at, String id) {

    static Place of(Delivery delivery) {
        return new Place(delivery.at(), delivery.id());
    }

    /** Reads what {@link #text} has written. */
    static Place parse(String text) {
        int end = text.indexOf('~');
        try {
            return new Place(Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(end, 0)))),
                    text.substring(end + 1));
        } catch (NumberFormatException malformed) {
            throw new MalformedQueryException("“after” must be the “next” of the page before.");
        }
    }

    /** The place as one text, for addresses. */
    String text() {
        return at.toEpochMilli() + "~" + id;
    }
}
