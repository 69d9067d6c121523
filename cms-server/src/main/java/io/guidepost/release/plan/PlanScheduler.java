package io.guidepost.release.plan;

import io.guidepost.background.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private final PlannedReleases plans;
    private final Fulfilment fulfilment;
    private final Clock clock;
    /** What has failed and been told of. Touched by the work's one thread alone. */
    private final Set<PlanId> failing = new HashSet<>();
    private boolean away;

    PlanScheduler(PlannedReleases plans, Fulfilment fulfilment, Clock clock,
            @Value("${guidepost.release.plans.poll:250ms}") Duration poll) {
        super("planned-releases", Duration.ZERO, poll);
        this.plans = plans;
        this.fulfilment = fulfilment;
        this.clock = clock;
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
        while (!due.isEmpty()) {
            for (PlannedRelease plan : due) {
                // After a failure the database may be away. A plan that fails by itself keeps its claim for a moment, in which the
                // others have their turn.
                if (isStopping() || !release(plan)) {
                    return;
                }
            }
            due = due.size() < BATCH ? List.of() : plans.due(clock.instant(), BATCH);
        }
    }

    /** Releases or holds a plan, or leaves it to whoever has claimed it; false: that has failed, and is to be tried again. */
    private boolean release(PlannedRelease plan) {
        try {
            fulfilment.claim(plan).ifPresent(fulfilment::fulfil);
            failing.remove(plan.id());
            return true;
        } catch (RuntimeException failure) {
            if (failing.add(plan.id())) {
                LOG.warn("The planned release {} cannot be released; trying again", plan.id().value(), failure);
            }
            return false;
        }
    }
}
