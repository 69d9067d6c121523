package io.guidepost.notifications;

import java.time.Instant;
import java.util.Optional;

/** The notifications that are to be sent by e-mail. Each is claimed by one node at a time. */
interface Outbox {

    /**
     * A notification that this node is to send, and no other while the claim holds.
     *
     * @param notification what to send
     * @param attempt which attempt this is, counted from 1
     * @param token names the claim
     */
    record Claimed(Notification notification, int attempt, String token) {}

    /**
     * Claims the notification that has waited longest, in one atomic step. One that another node claimed and did not settle in time
     * may be claimed again.
     *
     * @param now what is due by now
     * @param until how long the claim holds
     * @return empty: nothing is due
     */
    Optional<Claimed> claim(Instant now, Instant until);

    /** Notes that it was sent. */
    void sent(Claimed claimed);

    /** Notes that it is not to be sent after all. */
    void drop(Claimed claimed);

    /** Notes that it could not be sent, for good. */
    void fail(Claimed claimed);

    /** Has it tried again at a time. */
    void retry(Claimed claimed, Instant at);

    /** Has it tried again at a time, as if it had not been tried now. */
    void putBack(Claimed claimed, Instant at);
}
