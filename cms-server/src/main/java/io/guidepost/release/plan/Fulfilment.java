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
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Carries plans out: claims one, has it released, and notes the outcome. Whatever is cut off half-way, the next who claims the plan
 * finds in the log whether its release was made.
 */
@Component
class Fulfilment {

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

        /** Holds on to the claim for longer, if need be; false: somebody else has taken it. */
        private boolean renew() {
            Instant now = now();
            if (state.claim() != null && state.claim().until().minus(lease.dividedBy(2)).isAfter(now)) {
                return true;
            }
            PlanState.Scheduled longer = state.claim(node, now.plus(lease));
            return move(longer) && keep(longer);
        }

        private boolean keep(PlanState.Scheduled longer) {
            state = longer;
            return true;
        }

        /** Moves the plan on in the name of whoever changed it last; false: somebody else came first. */
        boolean move(PlanState to) {
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
            release(claimed, actor.get())
                    .ifPresent(made -> audit.succeeded(actor.get(), RUN, claimed.plan.id().value()));
        } catch (ReleaseRefusedException refusal) {
            hold(claimed, refusal.problems());
        } catch (MalformedReleaseException refusal) {
            hold(claimed, List.of(new ReleaseProblem("", "", "malformed-release", String.valueOf(refusal.getMessage()),
                    List.of())));
        }
    }

    /** Releases a claimed plan and notes so; empty: somebody else has taken it over. */
    Optional<Release> release(Claimed claimed, Actor actor) {
        Optional<Release> release = releases.publish(actor, claimed.plan.request(), claimed.plan.id().value(),
                claimed::renew);
        release.ifPresent(made -> settle(claimed.plan, made));
        return release;
    }

    /** Notes that the release of a plan is in the log, which is right whatever else has been noted. */
    PlannedRelease settle(PlannedRelease seen, Release release) {
        PlannedRelease plan = seen;
        while (!(plan.state() instanceof PlanState.Released)) {
            PlannedRelease released = plan.released(release);
            if (plans.replace(plan, released)) {
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
