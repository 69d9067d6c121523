package io.guidepost.webhooks;

import io.guidepost.background.RecurringWork;
import io.guidepost.webhooks.Subscriptions.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks time and again for subscriptions with something to do, and brings each forward in a thread of its own, so that one that answers
 * slowly holds up no other. Every node does; whoever claims a subscription first sends its next message.
 */
@Component
class Dispatcher extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Happenings happenings;
    private final Courier courier;
    private final WebhookProperties properties;
    private final Clock clock;
    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Instant nextForget = Instant.EPOCH;
    private volatile boolean failing;

    Dispatcher(Subscriptions subscriptions, Deliveries deliveries, Happenings happenings, Courier courier,
            WebhookProperties properties, Clock clock) {
        super("webhooks", Duration.ZERO, properties.poll());
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.happenings = happenings;
        this.courier = courier;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins whatever there is to be done now, and waits for none of it. */
    @Override
    protected void turn() {
        try {
            Instant now = now();
            if (!now.isBefore(nextForget)) {
                nextForget = now.plus(FORGET_EVERY);
                forget(now.minus(properties.retention()));
            }
            Optional<Claimed> claimed = claim();
            while (claimed.isPresent()) {
                Claimed mine = claimed.get();
                threads.execute(() -> advance(mine));
                claimed = isStopping() ? Optional.empty() : claim();
            }
            failing = false;
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void forget(Instant before) {
        List<String> waiting = subscriptions.all().stream().map(kept -> kept.progress().waiting())
                .filter(Objects::nonNull).toList();
        deliveries.forget(before, waiting);
    }

    private Optional<Claimed> claim() {
        Instant now = now();
        return subscriptions.claim(happenings.latest(), now, properties.claimed(now));
    }

    private void advance(Claimed claimed) {
        try {
            courier.advance(claimed);
            soon(this::turn);
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void failed(RuntimeException failure) {
        if (!failing && !isStopping()) {
            LOG.warn("Webhooks cannot be called; trying again", failure);
        }
        failing = true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void start() {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        super.start();
    }

    /** What is under way is broken off, and done again under the same ids once its claims are over. */
    @Override
    public void stop() {
        super.stop();
        threads.shutdownNow();
    }
}
