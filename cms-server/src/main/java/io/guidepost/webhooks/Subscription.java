package io.guidepost.webhooks;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who wants to be told. The secrets that messages are signed with are not in it.
 *
 * @param id a UUID of version 7, so that later ones sort behind earlier ones
 * @param settings where to, and what
 * @param state whether messages are sent
 * @param version counted from 1; every change of the settings and of the state makes the next
 * @param createdBy who has made it
 * @param createdAt when
 * @param changedBy who made this version
 * @param changedAt when
 */
record Subscription(UUID id, Settings settings, State state, int version, PersonId createdBy, Instant createdAt,
        PersonId changedBy, Instant changedAt) {

    /**
     * What administrators decide.
     *
     * @param name what it goes by among people
     * @param url where messages are sent
     * @param interest which are
     */
    record Settings(String name, String url, Interest interest) {}

    /** Whether messages are sent. One that is disabled keeps its place, and is told of everything since once it is enabled. */
    sealed interface State {

        /** They are. */
        record Enabled() implements State {}

        /**
         * They are not.
         *
         * @param at since when
         * @param why in a sentence
         */
        record Disabled(Instant at, String why) implements State {}
    }

    static Subscription begun(UUID id, Settings settings, State state, PersonId by, Instant at) {
        return new Subscription(id, settings, state, 1, by, at, by, at);
    }

    Subscription changed(Settings to, State next, PersonId by, Instant at) {
        return new Subscription(id, to, next, version + 1, createdBy, createdAt, by, at);
    }
}
