package io.guidepost.release.plan;

import io.guidepost.audit.Audit;
import io.guidepost.release.MalformedReleaseException;
import io.guidepost.release.Release;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.ReleaseRefusedException;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleagues;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Carries plans out: claims one, has it released, and notes the outcome. Whatever is cut off half-way, the next who claims the plan
 * finds in the log whether its release was made.
 */
@Component
class Fulfilment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);
    /** What the ids of the parts of the server begin with. */
    private static final String SYSTEM = "system.";
    /** What the audit log calls the release of a plan that is due. */
    private static final String RUN = "planned-releases.run";

    private final PlannedReleases plans;
    private final Releases releases;
    private final Colleagues colleagues;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration lease;
    private final String node = UUID.randomUUID().toString();
    private final ScheduledExecutorService renewals = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("plan-claims").factory());

    Fulfilment(PlannedReleases plans, Releases releases, Colleagues colleagues, Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${guidepost.release.plans.lease:1s}") Duration lease) {
        this.plans = plans;
        this.releases = releases;
        this.colleagues = colleagues;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.lease = lease;
    }

    /** A plan that this node may release for the moment. */
    final class Claimed {

        private PlannedRelease plan;
        private PlanState.Scheduled state;

        private Claimed(PlannedRelease plan, PlanState.Scheduled state) {
            this.plan = plan;
            this.state = state;
        }

        /** Holds on to the claim for as long as the work takes: others take over from a node that is gone, not from one that is slow. */
        private ScheduledFuture<?> keep() {
            long beat = Math.max(1, lease.dividedBy(4).toMillis());
            return renewals.scheduleWithFixedDelay(() -> {
                try {
                    boolean _ = renew();
                } catch (RuntimeException failure) {
                    LOG.debug("The claim of the planned release {} could not be renewed", plan.id().value(), failure);
                }
            }, beat, beat, TimeUnit.MILLISECONDS);
        }

        /** Holds on to the claim for longer, if need be; false: somebody else has taken it. */
        private synchronized boolean renew() {
            Instant now = now();
            if (state.claim() != null && state.claim().until().minus(lease.dividedBy(2)).isAfter(now)) {
                return true;
            }
            PlanState.Scheduled longer = state.claim(node, now.plus(lease));
            if (!move(longer)) {
                return false;
            }
            state = longer;
            return true;
        }

        /** Moves the plan on in the name of whoever changed it last; false: somebody else came first. */
        synchronized boolean move(PlanState to) {
            PlannedRelease next = plan.moved(to, plan.changedBy(), plan.changedAt());
            if (!plans.replace(plan, next)) {
                return false;
            }
            plan = next;
            return true;
        }
    }

    /** Claims a scheduled plan; empty: somebody else has, or it has changed. */
    Optional<Claimed> claim(PlannedRelease plan) {
        if (!(plan.state() instanceof PlanState.Scheduled scheduled)) {
            return Optional.empty();
        }
        PlanState.Scheduled claimed = scheduled.claim(node, now().plus(lease));
        PlannedRelease next = plan.moved(claimed, plan.changedBy(), plan.changedAt());
        return plans.replace(plan, next) ? Optional.of(new Claimed(next, claimed)) : Optional.empty();
    }

    /** Schedules a plan for now and claims it, in one step; empty: it has changed. */
    Optional<Claimed> claim(PlannedRelease plan, PlanState.Scheduled now, Actor actor) {
        PlanState.Scheduled claimed = now.claim(node, now().plus(lease));
        PlannedRelease next = plan.moved(claimed, actor.id(), now.at());
        return plans.replace(plan, next) ? Optional.of(new Claimed(next, claimed)) : Optional.empty();
    }

    /** Releases a plan that is due in the name of whoever scheduled it, or holds it if anything stands in the way. */
    void fulfil(Claimed claimed) {
        Optional<Actor> actor = actor(claimed.state.by()).filter(found -> found.may(Permission.RELEASE));
        if (actor.isEmpty()) {
            settleOrHold(claimed, List.of(new ReleaseProblem("", "", "not-permitted", "“" + claimed.state.by()
                    + "” has scheduled the release and may not release any more.", List.of())));
            return;
        }
        try {
            Optional<Release> _ = release(claimed, actor.get());
        } catch (ReleaseRefusedException refusal) {
            hold(claimed, refusal.problems());
        } catch (MalformedReleaseException refusal) {
            hold(claimed, List.of(new ReleaseProblem("", "", "malformed-release", String.valueOf(refusal.getMessage()),
                    List.of())));
        }
    }

    /** Releases a claimed plan and notes so; empty: somebody else has taken it over. */
    Optional<Release> release(Claimed claimed, Actor actor) {
        ScheduledFuture<?> kept = claimed.keep();
        Optional<Release> release;
        try {
            release = releases.publish(actor, claimed.plan.request(), claimed.plan.id().value(), claimed::renew);
        } finally {
            kept.cancel(false);
        }
        release.ifPresent(made -> settle(claimed.plan, made));
        return release;
    }

    /** Notes that the release of a plan is in the log, which is right whatever else has been noted. */
    PlannedRelease settle(PlannedRelease seen, Release release) {
        PlannedRelease plan = seen;
        while (!(plan.state() instanceof PlanState.Released)) {
            PlannedRelease released = plan.released(release);
            if (plans.replace(plan, released)) {
                if (!(plan.state() instanceof PlanState.Scheduled scheduled && scheduled.isByHand())) {
                    audit.succeeded(named(release.by()), RUN, plan.id().value());
                }
                events.publishEvent(new PlanReleased(released, release, plan.state()));
                return released;
            }
            plan = plans.find(plan.id()).orElseThrow();
        }
        return plan;
    }

    private void settleOrHold(Claimed claimed, List<ReleaseProblem> problems) {
        releases.ofPlan(claimed.plan.id().value()).ifPresentOrElse(made -> settle(claimed.plan, made),
                () -> hold(claimed, problems));
    }

    /** Gives up a plan that comes to an error time and again, which nobody could see otherwise. */
    void giveUp(Claimed claimed) {
        settleOrHold(claimed, List.of(new ReleaseProblem("", "", "failed",
                "The release came to an error time and again; the server's log says which.", List.of())));
    }

    private void hold(Claimed claimed, List<ReleaseProblem> problems) {
        PlanState.Held held = claimed.state.hold(problems, now());
        if (claimed.move(held)) {
            audit.refused(Actor.system("planner"), RUN, claimed.plan.id().value(), 409, problems.getFirst().code());
            events.publishEvent(new PlanHeld(claimed.plan, held));
        }
    }

    /** Somebody as they are now, with all that their roles allow; empty: they are not here any more. */
    private Optional<Actor> actor(PersonId id) {
        if (id.value().startsWith(SYSTEM)) {
            return Optional.of(Actor.system(id.value().substring(SYSTEM.length())));
        }
        return colleagues.find(id).filter(colleague -> !colleague.disabled())
                .map(colleague -> new Actor(id, colleague.name(), colleague.roles(), colleague.roles().stream()
                        .flatMap(role -> role.permissions().stream()).collect(Collectors.toSet())));
    }

    /** Somebody by whom something was done, whether or not they are still here. */
    private Actor named(String id) {
        PersonId person = new PersonId(id);
        return actor(person).orElseGet(() -> new Actor(person, id, Set.of(), Set.of()));
    }

    @Override
    public void close() {
        renewals.shutdownNow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
