package io.guidepost.release.plan;

import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.Entry;
import io.guidepost.release.MalformedReleaseException;
import io.guidepost.release.Release;
import io.guidepost.release.ReleasePreview;
import io.guidepost.release.ReleaseRefusedException;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The commands that prepare, schedule and release plans. Preparing takes {@link Permission#WRITE}; whatever makes something go live, or
 * keeps it from going live at its time, takes {@link Permission#RELEASE}.
 */
@Service
public class Planning {

    private final PlannedReleases plans;
    private final Releases releases;
    private final Fulfilment fulfilment;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planning(PlannedReleases plans, Releases releases, Fulfilment fulfilment, ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.releases = releases;
        this.fulfilment = fulfilment;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a plan. */
    public PlannedRelease create(Actor actor, PlannedRelease.Content content) {
        actor.require(Permission.WRITE);
        PlannedRelease plan = PlannedRelease.open(content, actor.id(), now());
        plans.add(plan);
        return plan;
    }

    /**
     * A plan as it stands.
     *
     * @throws UnknownPlanException if there is none of that id
     */
    public PlannedRelease get(Actor actor, PlanId id) {
        actor.require(Permission.READ);
        return find(id);
    }

    /**
     * Plans without regard to how they would fare, the newest first.
     *
     * @param state only those in this state, by its name; null: in any
     * @param before only those begun before this one; null: from the newest
     * @param limit how many at most
     */
    public List<PlannedRelease> list(Actor actor, @Nullable String state, @Nullable PlanId before, int limit) {
        actor.require(Permission.READ);
        return plans.list(state, before, limit);
    }

    /** The plans that are scheduled and are to publish a document. */
    public List<PlannedRelease> scheduled(Actor actor, DocumentId document) {
        actor.require(Permission.READ);
        return plans.scheduled(document);
    }

    /**
     * Replaces what is planned; a plan that was held is open again.
     *
     * @throws StalePlanException if the plan is at another version
     * @throws IllegalPlanMoveException unless it is open or held
     */
    public PlannedRelease change(Actor actor, PlanId id, int version, PlannedRelease.Content content) {
        actor.require(Permission.WRITE);
        PlannedRelease before = changeable(current(id, version));
        return replace(before, before.changed(content, actor.id(), now()));
    }

    /** Adds a change to a plan, in place of the one of the same document if there is one, whatever else is changed meanwhile. */
    public PlannedRelease put(Actor actor, PlanId id, Change change) {
        return edit(actor, id, changes -> {
            List<Change> more = new ArrayList<>(changes);
            more.replaceAll(other -> other.document().equals(change.document()) ? change : other);
            if (!more.contains(change)) {
                more.add(change);
            }
            return more;
        });
    }

    /** Takes a document out of a plan, if it is in it, whatever else is changed meanwhile. */
    public PlannedRelease remove(Actor actor, PlanId id, DocumentId document) {
        return edit(actor, id,
                changes -> changes.stream().filter(change -> !change.document().equals(document)).toList());
    }

    /** Shows what a plan would make of the site if it were released now; it must name a document at least. */
    public ReleasePreview preview(Actor actor, PlannedRelease plan) {
        return releases.preview(actor, plan.request());
    }

    /**
     * Releases a plan now.
     *
     * @throws ReleaseRefusedException if anything stands in the way; the plan is as it was
     * @throws StalePlanException if the plan is at another version
     * @throws IllegalPlanMoveException unless it is open or held
     */
    public PlannedRelease release(Actor actor, PlanId id, int version) {
        actor.require(Permission.RELEASE);
        PlannedRelease plan = current(id, version);
        PlanState.Scheduled state = schedule(plan, "be released by hand", new Due(now(), ZoneOffset.UTC), actor, null);
        requireReleasable(preview(actor, plan));
        // As if it had just become due: should this node be cut off or fail now, one that can finishes the work.
        Fulfilment.Claimed claimed = fulfilment.claim(plan, state, actor).orElseThrow(() -> stale(plan));
        try {
            Optional<Release> _ = fulfilment.release(claimed, actor);
        } catch (ReleaseRefusedException | MalformedReleaseException refusal) {
            boolean _ = claimed.move(plan.state());
            throw refusal;
        }
        return find(id);
    }

    /**
     * Schedules a plan, to be released in the actor's name.
     *
     * @param due for when
     * @param pinned whether exactly what would be released now is to be released then: it must be without problems now, and an edit
     *            of any of the documents makes the plan be held; otherwise what is approved by then is released
     * @throws ReleaseRefusedException if it is pinned and anything stands in the way
     * @throws StalePlanException if the plan is at another version
     * @throws IllegalPlanMoveException unless it is open or held
     */
    public PlannedRelease schedule(Actor actor, PlanId id, int version, DueTime due, boolean pinned) {
        actor.require(Permission.RELEASE);
        PlannedRelease plan = current(id, version);
        Due time = due.read(now());
        PlanState.Scheduled state = schedule(plan, "be scheduled", time, actor, pinned ? seen(actor, plan) : null);
        plan.request();
        PlannedRelease scheduled = replace(plan, plan.moved(state, actor.id(), state.at()));
        events.publishEvent(new PlanScheduled(scheduled, state));
        return scheduled;
    }

    /** Takes a plan's due time away, so that it is open again. */
    public PlannedRelease unschedule(Actor actor, PlanId id, int version) {
        actor.require(Permission.RELEASE);
        PlannedRelease plan = current(id, version);
        PlanState.Open open = switch (plan.state()) {
            case PlanState.Scheduled scheduled when !scheduled.isClaimed(now()) -> scheduled.unschedule();
            case PlanState.Scheduled _,PlanState.Open _,PlanState.Held _,PlanState.Released _,PlanState.Cancelled _ ->
                throw new IllegalPlanMoveException("be unscheduled", plan.state());
        };
        return replace(plan, plan.moved(open, actor.id(), now()));
    }

    /** Gives a plan up for good; one that is scheduled takes {@link Permission#RELEASE}. */
    public PlannedRelease cancel(Actor actor, PlanId id, int version) {
        actor.require(Permission.WRITE);
        PlannedRelease plan = current(id, version);
        Instant now = now();
        PlanState.Cancelled cancelled = switch (plan.state()) {
            case PlanState.Open open -> open.cancel(actor.id(), now);
            case PlanState.Held held -> held.cancel(actor.id(), now);
            case PlanState.Scheduled scheduled when !scheduled.isClaimed(now) -> {
                actor.require(Permission.RELEASE);
                yield scheduled.cancel(actor.id(), now);
            }
            case PlanState.Scheduled _,PlanState.Released _,PlanState.Cancelled _ ->
                throw new IllegalPlanMoveException("be cancelled", plan.state());
        };
        return replace(plan, plan.moved(cancelled, actor.id(), now));
    }

    private PlanState.Scheduled schedule(PlannedRelease plan, String move, Due due, Actor actor,
            @Nullable List<Change> pinned) {
        return switch (plan.state()) {
            case PlanState.Open open -> open.schedule(due, actor.id(), now(), pinned);
            case PlanState.Held held -> held.schedule(due, actor.id(), now(), pinned);
            case PlanState.Scheduled _,PlanState.Released _,PlanState.Cancelled _ ->
                throw new IllegalPlanMoveException(move, plan.state());
        };
    }

    /** Exactly what the plan would do now: each version, and whatever is taken along. */
    private List<Change> seen(Actor actor, PlannedRelease plan) {
        ReleasePreview preview = preview(actor, changeable(plan));
        requireReleasable(preview);
        return preview.release().entries().stream().map(Planning::pinned).toList();
    }

    private static void requireReleasable(ReleasePreview preview) {
        if (!preview.problems().isEmpty()) {
            throw new ReleaseRefusedException(preview.problems());
        }
    }

    private static Change pinned(Entry entry) {
        DocumentId document = new DocumentId(entry.document());
        return new Change(document, entry.action(), entry.action() == Action.PUBLISH ? entry.version() : null);
    }

    private PlannedRelease edit(Actor actor, PlanId id, UnaryOperator<List<Change>> edit) {
        actor.require(Permission.WRITE);
        while (true) {
            PlannedRelease before = changeable(find(id));
            PlannedRelease.Content content = before.content();
            List<Change> changes = edit.apply(content.changes());
            if (changes.equals(content.changes())) {
                return before;
            }
            PlannedRelease after = before.changed(new PlannedRelease.Content(content.name(), content.note(),
                    content.withReferrers(), changes), actor.id(), now());
            if (plans.replace(before, after)) {
                return after;
            }
        }
    }

    private static PlannedRelease changeable(PlannedRelease plan) {
        return switch (plan.state()) {
            case PlanState.Open _,PlanState.Held _ -> plan;
            case PlanState.Scheduled _,PlanState.Released _,PlanState.Cancelled _ ->
                throw new IllegalPlanMoveException("be changed", plan.state());
        };
    }

    /** The plan as it is, after what a node may have left undone has been noted: the log says whether it was released. */
    private PlannedRelease find(PlanId id) {
        PlannedRelease plan = plans.find(id).orElseThrow(() -> new UnknownPlanException(id.value()));
        return plan.state() instanceof PlanState.Released
                ? plan
                : releases.ofPlan(id.value()).map(made -> fulfilment.settle(plan, made)).orElse(plan);
    }

    private PlannedRelease current(PlanId id, int version) {
        PlannedRelease plan = find(id);
        if (plan.version() != version) {
            throw new StalePlanException(version, plan.version());
        }
        return plan;
    }

    private PlannedRelease replace(PlannedRelease before, PlannedRelease after) {
        if (!plans.replace(before, after)) {
            throw stale(before);
        }
        return after;
    }

    private StalePlanException stale(PlannedRelease seen) {
        return new StalePlanException(seen.version(), find(seen.id()).version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A time as somebody enters it.
     *
     * @param at local, or with an offset
     * @param zone null: none but the offset
     */
    public record DueTime(String at, @Nullable String zone) {

        Due read(Instant now) {
            return Due.parse(at, zone, now);
        }
    }
}
