package io.guidepost.webhooks;

import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Claimed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings a claimed subscription forward by one message. A message is stored before it is sent, and sent before that is noted, so that a
 * node that dies in between has it sent again, under the same id.
 */
@Component
class Courier {

    /** So much may have happened that a subscription does not want to know, until others have their turn. */
    private static final int MOST_PASSED_OVER = 100;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Happenings happenings;
    private final Messages messages;
    private final Sender sender;
    private final RetrySchedule schedule;
    private final Disabling disabling;
    private final Clock clock;

    Courier(Subscriptions subscriptions, Deliveries deliveries, Happenings happenings, Messages messages,
            Sender sender, RetrySchedule schedule, Disabling disabling, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.happenings = happenings;
        this.messages = messages;
        this.sender = sender;
        this.schedule = schedule;
        this.disabling = disabling;
        this.clock = clock;
    }

    /** Sends the message that waits, or else the next there is, and gives the claim up. */
    void advance(Claimed claimed) {
        Progress before = claimed.kept().progress();
        Progress progress = before.waiting() == null ? next(claimed) : before;
        Optional<Delivery> waiting = Optional.ofNullable(progress.waiting())
                .flatMap(id -> deliveries.find(claimed.kept().subscription().id(), id));
        if (waiting.isEmpty()) {
            subscriptions.settle(claimed, progress.done(now()));
            return;
        }
        Delivery delivery = waiting.get();
        switch (delivery.outcome()) {
            case WAITING -> {
                if (subscriptions.note(claimed, progress)) {
                    deliver(claimed, progress, delivery);
                }
            }
            // A node has come so far, and died before it could say so.
            case DELIVERED -> subscriptions.settle(claimed, progress.done(now()));
            case FAILED -> disable(claimed, progress, delivery.id(), delivery.attempts());
        }
    }

    private Progress next(Claimed claimed) {
        Subscription subscription = claimed.kept().subscription();
        Progress progress = claimed.kept().progress();
        for (int passed = 0; passed < MOST_PASSED_OVER && progress.waiting() == null; passed++) {
            Optional<Happening> next = happenings.after(progress.position());
            if (next.isEmpty()) {
                return progress;
            }
            Optional<Delivery> delivery = messages.of(next.get(), subscription.settings().interest())
                    .map(message -> Delivery.of(subscription.id(), message, now()));
            delivery.ifPresent(deliveries::add);
            progress = progress.taking(next.get().position(), delivery.map(Delivery::id).orElse(null));
        }
        return progress;
    }

    private void deliver(Claimed claimed, Progress progress, Delivery delivery) {
        Sender.Sent sent = sender.send(claimed.kept(), delivery);
        List<Attempt> attempts = new ArrayList<>(delivery.attempts());
        attempts.add(sent.attempt());
        if (sent.attempt().isDelivered()) {
            deliveries.record(delivery.id(), sent.attempt(), DeliveryOutcome.DELIVERED);
            subscriptions.settle(claimed, progress.done(now()));
            return;
        }
        Optional<Instant> due = sent.attempt().isGone()
                ? Optional.empty()
                : schedule.next(attempts.size(), sent.retryAfter());
        deliveries.record(delivery.id(), sent.attempt(),
                due.isPresent() ? DeliveryOutcome.WAITING : DeliveryOutcome.FAILED);
        due.ifPresentOrElse(at -> retry(claimed, progress.retrying(at)),
                () -> disable(claimed, progress, delivery.id(), attempts));
    }

    /** Settings that have changed since are tried at once: who changed them could not hurry what was under way. */
    private void retry(Claimed claimed, Progress progress) {
        subscriptions.settle(claimed, progress);
        Subscription tried = claimed.kept().subscription();
        if (subscriptions.find(tried.id()).filter(now -> now.subscription().version() != tried.version()).isPresent()) {
            subscriptions.hurry(tried.id(), now());
        }
    }

    private void disable(Claimed claimed, Progress progress, String message, List<Attempt> attempts) {
        disabling.settle(claimed, progress.done(now()), attempts.getLast().isGone()
                ? Disabling.GONE
                : "The message " + message + " could not be delivered in " + attempts.size() + " attempts.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
