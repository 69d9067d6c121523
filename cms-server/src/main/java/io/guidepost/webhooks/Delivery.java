package io.guidepost.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A message on its way to a subscription.
 *
 * @param id its {@code webhook-id}, which follows from the subscription and from what has happened, and stays the same however often it is
 *        sent
 * @param subscription whose
 * @param type what it is about
 * @param at when it was written
 * @param body the JSON that is sent
 * @param outcome what has become of it
 * @param attempts the latest, the oldest first
 */
record Delivery(String id, UUID subscription, EventType type, Instant at, String body, DeliveryOutcome outcome,
        List<Attempt> attempts) {

    /** Copies the list. */
    Delivery {
        attempts = List.copyOf(attempts);
    }

    static Delivery of(UUID subscription, Message message, Instant at) {
        String id = "msg_%s_%s_%s".formatted(subscription.toString().replace("-", ""),
                message.type().name().toLowerCase(Locale.ROOT), message.key());
        return new Delivery(id, subscription, message.type(), at, message.body(), DeliveryOutcome.WAITING, List.of());
    }
}
