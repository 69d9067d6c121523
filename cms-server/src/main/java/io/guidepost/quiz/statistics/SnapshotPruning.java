package io.guidepost.quiz.statistics;

import io.guidepost.background.RecurringWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Drops what takings have left behind and old snapshots, however snapshots are taken. */
@Component
class SnapshotPruning extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotPruning.class);
    private static final Duration AFTER_START = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final MongoSnapshots snapshots;
    private final SnapshotRetention retention;

    SnapshotPruning(MongoSnapshots snapshots, SnapshotRetention retention) {
        super("snapshot-pruning", AFTER_START, PAUSE);
        this.snapshots = snapshots;
        this.retention = retention;
    }

    @Override
    protected void turn() {
        try {
            snapshots.dropLeftovers();
            int dropped = retention.apply();
            if (dropped > 0) {
                LOG.info("{} old statistics snapshots were dropped", dropped);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Old statistics were not dropped; it is tried again later", failure);
        }
    }
}
