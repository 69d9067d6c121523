package io.guidepost.release.plan;

import io.guidepost.background.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks for plans that are due, at once after the start and then time and again, and has them released in their order. Every node
 * does; whoever claims a plan first releases it. A database that is away is asked again, and holds no plan up for good.
 */
@Component
class PlanScheduler extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(PlanScheduler.class);
    private static final int BATCH = 20;
    /** So many failures end a turn. */
    private static final int PATIENCE = 3;
    /** How long a plan may fail until it is held. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(1);

    private final PlannedReleases plans;
    private final Fulfilment fulfilment;
    private final Clock clock;
    /** What has failed, and since when. Touched by the work's one thread alone. */
    private final Map<Attempt, Instant> failing = new HashMap<>();
    private boolean away;

    PlanScheduler(PlannedReleases plans, Fulfilment fulfilment, Clock clock,
            @Value("${guidepost.release.plans.poll:250ms}") Duration poll) {
        super("planned-releases", Duration.ZERO, poll);
        this.plans = plans;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** A plan as it was scheduled once: scheduled anew it begins anew. */
    private record Attempt(PlanId plan, PlanState scheduled) {

        static Attempt of(PlannedRelease plan) {
            return new Attempt(plan.id(), plan.state() instanceof PlanState.Scheduled scheduled
                    ? scheduled.unclaimed()
                    : plan.state());
        }
    }

    @Override
    protected void turn() {
        try {
            releaseDue();
            away = false;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.warn("It cannot be seen which planned releases are due; trying again", failure);
            }
            away = true;
        }
    }

    private void releaseDue() {
        List<PlannedRelease> due = plans.due(clock.instant(), BATCH);
        // After some failures the database may be away. A plan that fails by itself keeps its claim for a moment, in which the others
        // have their turn.
        int failed = 0;
        while (!due.isEmpty()) {
            for (PlannedRelease plan : due) {
                if (isStopping() || (!release(plan) && ++failed > PATIENCE)) {
                    return;
                }
            }
            due = due.size() < BATCH ? List.of() : plans.due(clock.instant(), BATCH);
        }
    }

    /** Releases or holds a plan, or leaves it to whoever has claimed it; false: that has failed, and is to be tried again. */
    private boolean release(PlannedRelease plan) {
        Optional<Fulfilment.Claimed> claimed = Optional.empty();
        try {
            claimed = fulfilment.claim(plan);
            claimed.ifPresent(fulfilment::fulfil);
            failing.remove(Attempt.of(plan));
            return true;
        } catch (RuntimeException failure) {
            Instant now = clock.instant();
            Instant first = failing.putIfAbsent(Attempt.of(plan), now);
            if (first == null) {
                LOG.warn("The planned release {} cannot be released; trying again", plan.id().value(), failure);
            } else if (!isStopping() && first.plus(GIVEN_UP).isBefore(now)) {
                claimed.ifPresent(own -> giveUp(own, plan));
            }
            return false;
        }
    }

    private void giveUp(Fulfilment.Claimed claimed, PlannedRelease plan) {
        try {
            fulfilment.giveUp(claimed);
            failing.remove(Attempt.of(plan));
        } catch (RuntimeException failure) {
            LOG.debug("It cannot be held either: the database is away", failure);
        }
    }
}
