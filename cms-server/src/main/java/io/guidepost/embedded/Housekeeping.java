package io.guidepost.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second, if there were commits, forces the store's file to the disk and gathers what still lives in mostly dead
 * parts of the file, so that they can be used again.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int TARGET_FILL_PERCENT = 60;
    // So little that nobody notices who waits for it, so often that it keeps up with writers who never pause.
    private static final int BYTES_AT_ONCE = 512 << 10;
    private static final int TIMES_A_ROUND = 16;

    private final MVStore store;
    private final Lock noWriter;
    private final ScheduledExecutorService rounds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("mongo-housekeeping").daemon().factory());
    private long version;

    /** @param noWriter a lock that no writer is inside of while it is held */
    Housekeeping(MVStore store, Lock noWriter) {
        this.store = store;
        this.noWriter = noWriter;
        var _ = rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            if (store.getCurrentVersion() != version) {
                store.sync();
                if (!gather()) {
                    version = store.getCurrentVersion();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("The embedded MongoDB's store cannot be kept in order", e);
        }
    }

    /** Whether there may be more to gather. */
    private boolean gather() {
        for (int time = 0; time < TIMES_A_ROUND; time++) {
            if (!gatherSome()) {
                return false;
            }
        }
        return true;
    }

    private boolean gatherSome() {
        noWriter.lock();
        try {
            boolean gathered = store.compact(TARGET_FILL_PERCENT, BYTES_AT_ONCE);
            store.commit();
            return gathered;
        } finally {
            noWriter.unlock();
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
