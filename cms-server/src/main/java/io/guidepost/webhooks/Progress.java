package io.guidepost.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription has come.
 *
 * @param position what it has been told of, or is just being told of
 * @param waiting the message that is to be delivered before any other, by its id; null: none
 * @param due when that is to be tried, or what has happened since looked for
 */
record Progress(Position position, @Nullable String waiting, Instant due) {

    Progress taking(Position to, @Nullable String message) {
        return new Progress(to, message, due);
    }

    Progress done(Instant now) {
        return new Progress(position, null, now);
    }

    Progress retrying(Instant at) {
        return new Progress(position, waiting, at);
    }
}
