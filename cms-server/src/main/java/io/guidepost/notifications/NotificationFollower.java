package io.guidepost.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks time and again for what people are to be told, and for what can be forgotten. Every node does; what one told, none tells again. */
@Component
class NotificationFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationFollower.class);
    private static final Duration PLANS_EVERY = Duration.ofMinutes(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final DocumentFollower documents;
    private final ReleaseFollower releases;
    private final PlanNews plans;
    private final Notifications notifications;
    private final NotificationProperties properties;
    private final Clock clock;
    private Instant nextPlans = Instant.EPOCH;
    private Instant nextForget = Instant.EPOCH;
    private boolean failing;
    private @Nullable ScheduledExecutorService executor;

    NotificationFollower(DocumentFollower documents, ReleaseFollower releases, PlanNews plans,
            Notifications notifications, NotificationProperties properties, Clock clock) {
        this.documents = documents;
        this.releases = releases;
        this.plans = plans;
        this.notifications = notifications;
        this.properties = properties;
        this.clock = clock;
    }

    /** Everything that is to be done now, each whether or not the others can be. */
    void round() {
        Instant now = clock.instant();
        boolean all = guarded(documents::round);
        all &= guarded(releases::round);
        if (!now.isBefore(nextPlans)) {
            nextPlans = now.plus(PLANS_EVERY);
            all &= guarded(plans::catchUp);
        }
        if (!now.isBefore(nextForget)) {
            nextForget = now.plus(FORGET_EVERY);
            all &= guarded(() -> notifications.forget(now.minus(properties.retention())));
        }
        failing = !all;
    }

    private boolean guarded(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("People cannot be told what happened; trying again", failure);
            }
            return false;
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        ScheduledExecutorService single = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("notifications").factory());
        single.scheduleWithFixedDelay(this::round, 0, properties.poll().toMillis(), TimeUnit.MILLISECONDS);
        executor = single;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.close();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
