package io.guidepost.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of late and what has become of them. */
interface Deliveries {

    /** Adds a message; adding it again changes nothing. */
    void add(Delivery delivery);

    /** One of a subscription's messages. */
    Optional<Delivery> find(UUID subscription, String id);

    /**
     * Messages of a subscription, the newest first.
     *
     * @param outcome only those that ended so; null: all
     * @param before only those behind this place; null: from the newest on
     * @param limit how many at most
     */
    List<Delivery> list(UUID subscription, @Nullable DeliveryOutcome outcome, @Nullable Place before, int limit);

    /** Adds an attempt to a message, and what has become of it; one that has arrived stays so. */
    void record(String id, Attempt attempt, DeliveryOutcome outcome);

    /** Forgets all messages of a subscription. */
    void forget(UUID subscription);

    /** Forgets messages that were written before a time, but for some. */
    void forget(Instant before, Collection<String> except);
}
