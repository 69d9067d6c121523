package io.guidepost.webhooks;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.webhooks.Subscription.Settings;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The commands that administer subscriptions; they take {@link Permission#ADMINISTER}. */
@Service
class Webhooks {

    /** Each may take a connection for as long as it hangs, and none is to wait for another's. */
    private static final int MOST = 50;
    private static final int MOST_SECRETS = 5;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Happenings happenings;
    private final SettingsCheck check;
    private final WebhookProperties properties;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Webhooks(Subscriptions subscriptions, Deliveries deliveries, Happenings happenings, SettingsCheck check,
            WebhookProperties properties, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.happenings = happenings;
        this.check = check;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Begins a subscription, which is told of what happens from now on.
     *
     * @return it with its secret, which nobody gets to see again
     * @throws InvalidWebhookException if it cannot be as it is wished for
     * @throws TooManyWebhooksException if there are as many as there may be
     */
    Kept add(Actor actor, Settings settings, boolean enabled) {
        actor.require(Permission.ADMINISTER);
        check.require(settings);
        if (subscriptions.all().size() >= MOST) {
            throw new TooManyWebhooksException(MOST);
        }
        Instant now = now();
        Kept kept = new Kept(
                Subscription.begun(ids.construct(now.toEpochMilli()), settings, state(enabled, now), actor.id(), now),
                List.of(KeptSecret.made(now)), new Progress(happenings.latest(), null, now));
        subscriptions.add(kept);
        return kept;
    }

    /** All subscriptions, the oldest first. */
    List<Kept> list(Actor actor) {
        actor.require(Permission.ADMINISTER);
        return subscriptions.all();
    }

    /**
     * One subscription.
     *
     * @throws UnknownWebhookException if there is none of that id
     */
    Kept get(Actor actor, UUID id) {
        actor.require(Permission.ADMINISTER);
        return find(id);
    }

    /**
     * Replaces the settings, and has a message that waits for its next attempt tried at once.
     *
     * @throws StaleWebhookException if the subscription is at another version
     * @throws InvalidWebhookException if it cannot be as it is wished for
     */
    Kept change(Actor actor, UUID id, int version, Settings settings, boolean enabled) {
        actor.require(Permission.ADMINISTER);
        Subscription before = current(id, version);
        check.require(settings);
        Instant now = now();
        boolean same = enabled == before.state() instanceof State.Enabled;
        Subscription after = before.changed(settings, same ? before.state() : state(enabled, now), actor.id(), now);
        if (!subscriptions.replace(before, after)) {
            throw stale(before);
        }
        subscriptions.hurry(id, now);
        return find(id);
    }

    /**
     * Ends a subscription, and forgets what was sent.
     *
     * @throws StaleWebhookException if the subscription is at another version
     */
    void remove(Actor actor, UUID id, int version) {
        actor.require(Permission.ADMINISTER);
        Subscription before = current(id, version);
        if (!subscriptions.remove(before)) {
            throw stale(before);
        }
        deliveries.forget(id);
    }

    /**
     * Makes another secret. For a while messages are signed with those before it as well.
     *
     * @return the subscription with its secrets, the new one first, which nobody gets to see again
     */
    Kept rotate(Actor actor, UUID id) {
        actor.require(Permission.ADMINISTER);
        while (true) {
            Kept kept = find(id);
            Instant now = now();
            List<KeptSecret> secrets = new ArrayList<>(List.of(KeptSecret.made(now)));
            kept.secrets().stream().map(secret -> secret.ending(now.plus(properties.secretOverlap())))
                    .filter(secret -> secret.holds(now)).limit(MOST_SECRETS - 1).forEach(secrets::add);
            if (subscriptions.replaceSecrets(id, kept.secrets(), secrets)) {
                return new Kept(kept.subscription(), secrets, kept.progress());
            }
        }
    }

    private static State state(boolean enabled, Instant now) {
        return enabled ? new State.Enabled() : new State.Disabled(now, "An administrator has disabled it.");
    }

    private Kept find(UUID id) {
        return subscriptions.find(id).orElseThrow(() -> new UnknownWebhookException(id));
    }

    private Subscription current(UUID id, int version) {
        Subscription subscription = find(id).subscription();
        if (subscription.version() != version) {
            throw new StaleWebhookException(version, subscription.version());
        }
        return subscription;
    }

    private StaleWebhookException stale(Subscription seen) {
        return new StaleWebhookException(seen.version(), find(seen.id()).subscription().version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
