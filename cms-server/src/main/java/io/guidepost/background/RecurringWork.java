package io.guidepost.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work whose turn comes time and again while the server runs, in one thread of its own, with a pause after each turn. A turn that throws
 * is the last one, so every kind of work sees to its own failures.
 */
public abstract class RecurringWork implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(100);

    private final String thread;
    private final Duration delay;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService executor;
    private volatile boolean stopping;

    /**
     * Describes the work.
     *
     * @param thread the name of its thread
     * @param delay how long after the start its first turn comes
     * @param pause how long after a turn the next one comes
     */
    protected RecurringWork(String thread, Duration delay, Duration pause) {
        this.thread = thread;
        this.delay = delay;
        this.pause = pause;
    }

    /** Does what there is to do now. */
    protected abstract void turn();

    /** Whether the server is ending, so that a long turn should break off. */
    protected final boolean isStopping() {
        return stopping;
    }

    /**
     * Has a step done out of turn, in the same thread: a moment later, so that those go first who wait for what has just happened. While the
     * work is not running, nothing is done.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    protected final void soon(Runnable step) {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.schedule(step, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        stopping = false;
        ScheduledExecutorService single = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(thread).factory());
        single.scheduleWithFixedDelay(this::turn, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = single;
    }

    /** Waits for the turn that is under way, for a while; one that hangs, on a database that is away perhaps, is interrupted. */
    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            stopping = true;
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
