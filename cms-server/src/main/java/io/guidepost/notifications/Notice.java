package io.guidepost.notifications;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with those who are to know.
 *
 * @param key names what happened, whichever node finds out and however often: with the kind and a person it names a notification
 * @param kind what happened
 * @param to who is to know; whoever did it is left out, as are those who are no colleagues any more
 * @param by who did it; null: nobody did, the server found it so
 * @param at when
 * @param message what is to be told
 */
record Notice(String key, NotificationKind kind, Set<PersonId> to, @Nullable PersonId by, Instant at,
        Message message) {

    /** Copies the set. */
    Notice {
        to = Set.copyOf(to);
    }
}
