package io.guidepost.notifications;

import io.guidepost.background.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks time and again for what people are to be told, and for what can be forgotten. Every node does; what one told, none tells again. */
@Component
class NotificationFollower extends RecurringWork {

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

    NotificationFollower(DocumentFollower documents, ReleaseFollower releases, PlanNews plans,
            Notifications notifications, NotificationProperties properties, Clock clock) {
        super("notifications", Duration.ZERO, properties.poll());
        this.documents = documents;
        this.releases = releases;
        this.plans = plans;
        this.notifications = notifications;
        this.properties = properties;
        this.clock = clock;
    }

    /** Everything that is to be done now, each whether or not the others can be. */
    @Override
    protected void turn() {
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
}
