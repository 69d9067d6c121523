package io.guidepost.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request that was to deliver a message.
 *
 * @param at when it began
 * @param status the HTTP status of the answer; null: there was none
 * @param error why it has not delivered the message, in a sentence; null: it has
 * @param millis how long it took, in milliseconds
 */
record Attempt(Instant at, @Nullable Integer status, @Nullable String error, long millis) {

    private static final int GONE = 410;

    boolean isDelivered() {
        return error == null;
    }

    /** Whether whoever answered wants no more messages. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
