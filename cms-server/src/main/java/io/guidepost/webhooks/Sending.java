package io.guidepost.webhooks;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.webhooks.Subscriptions.Claimed;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was sent, and what administrators have sent at once; all of it takes {@link Permission#ADMINISTER}. */
@Service
class Sending {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Sender sender;
    private final Courier courier;
    private final Disabling disabling;
    private final WebhookProperties properties;
    private final Clock clock;

    Sending(Subscriptions subscriptions, Deliveries deliveries, Messages messages, Sender sender, Courier courier,
            Disabling disabling, WebhookProperties properties, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.messages = messages;
        this.sender = sender;
        this.courier = courier;
        this.disabling = disabling;
        this.properties = properties;
        this.clock = clock;
    }

    /** Messages of a subscription, as {@link Deliveries#list} finds them. */
    List<Delivery> list(Actor actor, UUID id, @Nullable DeliveryOutcome outcome, @Nullable Place before, int limit) {
        Kept _ = find(actor, id);
        return deliveries.list(id, outcome, before, limit);
    }

    /**
     * Sends a test, once, whatever else waits and whether or not the subscription is enabled.
     *
     * @return what became of it
     */
    Delivery ping(Actor actor, UUID id) {
        Kept kept = find(actor, id);
        Instant now = now();
        String key = UUID.randomUUID().toString().replace("-", "");
        Delivery delivery = Delivery.of(id, messages.ping(kept.subscription(), key, now), now);
        deliveries.add(delivery);
        return send(kept, delivery, DeliveryOutcome.FAILED);
    }

    /**
     * Sends a message again. One that waits for its next attempt has that now; any other is sent past whatever waits.
     *
     * @return what became of it
     * @throws UnknownDeliveryException if there is no such message
     * @throws DeliveryUnderWayException if it is just being sent
     */
    Delivery redeliver(Actor actor, UUID id, String message) {
        Kept kept = find(actor, id);
        Delivery delivery = delivery(id, message);
        if (!message.equals(kept.progress().waiting())) {
            return send(kept, delivery, delivery.outcome());
        }
        Claimed claimed = subscriptions.claim(id, now(), properties.claimed(now()))
                .orElseThrow(DeliveryUnderWayException::new);
        if (Objects.equals(message, claimed.kept().progress().waiting())) {
            courier.advance(claimed);
        } else {
            subscriptions.settle(claimed, claimed.kept().progress());
        }
        return delivery(id, message);
    }

    /**
     * Sends a message, past whatever waits.
     *
     * @param otherwise what becomes of it where it does not arrive; one that waits has its regular attempts still before it
     */
    private Delivery send(Kept kept, Delivery delivery, DeliveryOutcome otherwise) {
        Attempt attempt = sender.send(kept, delivery).attempt();
        deliveries.record(delivery.id(), attempt, attempt.isDelivered() ? DeliveryOutcome.DELIVERED : otherwise);
        if (attempt.isGone()) {
            disabling.gone(kept);
        }
        return delivery(kept.subscription().id(), delivery.id());
    }

    private Kept find(Actor actor, UUID id) {
        actor.require(Permission.ADMINISTER);
        return subscriptions.find(id).orElseThrow(() -> new UnknownWebhookException(id));
    }

    private Delivery delivery(UUID id, String message) {
        return deliveries.find(id, message).orElseThrow(UnknownDeliveryException::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
