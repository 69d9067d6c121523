package io.guidepost.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a subscription.
 *
 * @param secret the secret
 * @param created when it was made
 * @param until when it ends, since a newer one has taken its place; null: it does not
 */
record KeptSecret(SigningSecret secret, Instant created, @Nullable Instant until) {

    static KeptSecret made(Instant now) {
        return new KeptSecret(SigningSecret.random(), now, null);
    }

    boolean holds(Instant now) {
        return until == null || until.isAfter(now);
    }

    /** The same secret, which ends at a time, unless it does before. */
    KeptSecret ending(Instant at) {
        return until != null && until.isBefore(at) ? this : new KeptSecret(secret, created, at);
    }
}
