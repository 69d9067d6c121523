package io.guidepost.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All subscriptions, with their secrets and with how far each has come. Each is claimed by one node at a time. */
interface Subscriptions {

    /**
     * A subscription as it stands.
     *
     * @param subscription the subscription
     * @param secrets what its messages are signed with, the newest first; some may have ended
     * @param progress how far it has come
     */
    record Kept(Subscription subscription, List<KeptSecret> secrets, Progress progress) {

        /** Copies the list. */
        public Kept {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * A subscription whose messages this node sends, and no other while the claim holds.
     *
     * @param kept the subscription as it was claimed
     * @param token names the claim
     */
    record Claimed(Kept kept, String token) {}

    /** Adds a subscription. */
    void add(Kept subscription);

    /** One by its id. */
    Optional<Kept> find(UUID id);

    /** All of them, the oldest first. */
    List<Kept> all();

    /** Puts another version in the place of one; false: it is at another version, and nothing has changed. */
    boolean replace(Subscription before, Subscription after);

    /** Removes a version of a subscription; false: it is at another version, and nothing has changed. */
    boolean remove(Subscription subscription);

    /** Puts other secrets in the place of some; false: those have changed meanwhile, and nothing has changed now. */
    boolean replaceSecrets(UUID id, List<KeptSecret> before, List<KeptSecret> after);

    /** Has a message that waits for its next attempt tried now. */
    void hurry(UUID id, Instant now);

    /**
     * Claims the enabled subscription that has waited longest with something to do, in one atomic step. One that another node claimed
     * and did not settle in time may be claimed again.
     *
     * @param latest what has happened; a subscription that has not come so far has something to do, as has one with a message waiting
     * @param now what is due by now
     * @param until how long the claim holds
     * @return empty: there is nothing to do
     */
    Optional<Claimed> claim(Position latest, Instant now, Instant until);

    /** Claims one subscription, whether it is enabled and due or not, unless a claim holds; then empty. */
    Optional<Claimed> claim(UUID id, Instant now, Instant until);

    /** Notes how far a claimed subscription has come, and keeps the claim; false: that was over, and nothing has changed. */
    boolean note(Claimed claimed, Progress progress);

    /** Notes how far a claimed subscription has come, and gives the claim up. */
    void settle(Claimed claimed, Progress progress);

    /** Does the same and disables it, which makes another version of it; false: the claim was over, and nothing has changed. */
    boolean disable(Claimed claimed, Progress progress, Subscription.State.Disabled state);
}
