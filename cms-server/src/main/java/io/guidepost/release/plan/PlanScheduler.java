package io.guidepost.release.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private boolean failing;
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
            if (failing) {
                LOG.info("Planned releases are released again");
            }
            failing = false;
        } catch (RuntimeException failure) {
            // A plan that fails keeps its claim for a moment, in which the others have their turn.
            if (!failing) {
                LOG.warn("A planned release cannot be released; trying again", failure);
            }
            failing = true;
        }
    }

    private void releaseDue() {
        List<PlannedRelease> due = plans.due(clock.instant(), BATCH);
        while (!due.isEmpty()) {
            for (PlannedRelease plan : due) {
                if (executor == null) {
                    return;
                }
                fulfilment.claim(plan).ifPresent(fulfilment::fulfil);
            }
            due = due.size() < BATCH ? List.of() : plans.due(clock.instant(), BATCH);
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
