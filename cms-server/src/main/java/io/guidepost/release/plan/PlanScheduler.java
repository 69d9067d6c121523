package io.guidepost.release.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for plans that are due, at once after the start and then time and again, and has them released in their order. Every node
 * does; whoever claims a plan first releases it. A database that is away is asked again, and holds no plan up for good.
 */
@Component
class PlanScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PlanScheduler.class);
    private static final int BATCH = 20;

    private final PlannedReleases plans;
    private final Fulfilment fulfilment;
    private final Clock clock;
    private final Duration poll;
    /** What has failed and been told of. Touched by the executor's one thread alone. */
    private final Set<PlanId> failing = new HashSet<>();
    private boolean away;
    private volatile @Nullable ScheduledExecutorService executor;

    PlanScheduler(PlannedReleases plans, Fulfilment fulfilment, Clock clock,
            @Value("${guidepost.release.plans.poll:250ms}") Duration poll) {
        this.plans = plans;
        this.fulfilment = fulfilment;
        this.clock = clock;
        this.poll = poll;
    }

    private void poll() {
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
                if (executor == null || !release(plan)) {
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

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        ScheduledExecutorService single = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("planned-releases").factory());
        executor = single;
        single.scheduleWithFixedDelay(this::poll, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            executor = null;
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
