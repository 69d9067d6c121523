package io.guidepost.notifications;

import io.guidepost.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told.
 *
 * @param id the same whichever node tells it, and however often: {@code faq-degree@3:review-requested:eve}
 * @param person who is told
 * @param at when it happened
 * @param kind what happened
 * @param by who did it; null: nobody did, the server found it so
 * @param message what is told
 * @param read when the person read it; null: not yet
 */
record Notification(String id, PersonId person, Instant at, NotificationKind kind, @Nullable PersonId by,
        Message message, @Nullable Instant read) {

    static Notification of(Notice notice, PersonId person) {
        return new Notification(notice.key() + ":" + notice.kind().word() + ":" + person.value(), person, notice.at(),
                notice.kind(), notice.by(), notice.message(), null);
    }

    /** Its place in the list of its person. */
    Position position() {
        return new Position(at, id);
    }
}
