package io.guidepost.notifications;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people have been told. */
interface Notifications {

    /**
     * Adds notifications; those that are there already stay as they are.
     *
     * @param told the notifications, any number
     * @param mailed the ids of those that are to be sent by e-mail, too
     */
    void add(List<Notification> told, Collection<String> mailed);

    /**
     * The list of a person, the newest first.
     *
     * @param person whose
     * @param unread only what is not read yet
     * @param after only what comes after this place in the list; null: from the newest
     * @param limit how many at most
     */
    List<Notification> list(PersonId person, boolean unread, @Nullable Position after, int limit);

    /** How many a person has not read. */
    long unread(PersonId person);

    /** One of a person's; empty: they have none of that id, whoever else may have. */
    Optional<Notification> find(PersonId person, String id);

    /** Notes that a person has read one, unless they had before. */
    void read(PersonId person, String id, Instant at);

    /** Notes that a person has read whatever is in their list at a place and behind it. */
    void readFrom(PersonId person, Position newest, Instant at);

    /**
     * Notes as read, unless they were before, those of a kind that are about earlier versions of a document.
     *
     * @param before the first version that is left alone
     * @param person whose; null: everybody's
     */
    void settle(NotificationKind kind, DocumentId document, int before, @Nullable PersonId person, Instant at);

    /** Removes what happened before an instant, read or not. */
    void forget(Instant before);
}
