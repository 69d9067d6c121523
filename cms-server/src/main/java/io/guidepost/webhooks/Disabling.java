package io.guidepost.webhooks;

import io.guidepost.audit.Audit;
import io.guidepost.security.Actor;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Claimed;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Disables subscriptions whose messages do not arrive, and tells operators so. */
@Component
class Disabling {

    /** The server, where it disables a subscription by itself. */
    static final Actor ACTOR = Actor.system("webhooks");
    /** Why one is disabled whose receiver says that it is gone. */
    static final String GONE = "It answered 410: it wants no more messages.";

    private static final Logger LOG = LoggerFactory.getLogger(Disabling.class);

    private final Subscriptions subscriptions;
    private final Audit audit;
    private final Clock clock;

    Disabling(Subscriptions subscriptions, Audit audit, Clock clock) {
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Disables a claimed subscription, notes how far it has come, and gives the claim up, unless that is over. */
    void settle(Claimed claimed, Progress progress, String why) {
        if (subscriptions.disable(claimed, progress, disabled(why))) {
            tell(claimed.kept().subscription(), why);
        }
    }

    /** Disables one whose receiver is gone, unless it is disabled or its settings have changed since it was asked. */
    void gone(Kept asked) {
        Subscription before = asked.subscription();
        State.Disabled state = disabled(GONE);
        if (before.state() instanceof State.Enabled && subscriptions.replace(before,
                before.changed(before.settings(), state, ACTOR.id(), state.at()))) {
            tell(before, GONE);
        }
    }

    private State.Disabled disabled(String why) {
        return new State.Disabled(clock.instant().truncatedTo(ChronoUnit.MILLIS), why);
    }

    private void tell(Subscription subscription, String why) {
        LOG.warn("The webhook “{}” ({}) is disabled: {}", subscription.settings().name(), subscription.id(), why);
        audit.succeeded(ACTOR, "webhooks.disable", subscription.id().toString());
    }
}
