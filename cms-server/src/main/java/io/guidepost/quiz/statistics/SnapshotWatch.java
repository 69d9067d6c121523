package io.guidepost.quiz.statistics;

import io.guidepost.background.RecurringWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks ahead of the readers whether another node took a snapshot, so that none of them waits for the storage. */
@Component
class SnapshotWatch extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatch.class);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final MongoSnapshots snapshots;
    private boolean failing;

    SnapshotWatch(MongoSnapshots snapshots, StatisticsProperties properties) {
        super("snapshot-watch", Duration.ZERO, pause(properties.poll()));
        this.snapshots = snapshots;
    }

    /** Twice in the time after which a reader would look. */
    private static Duration pause(Duration poll) {
        Duration half = poll.dividedBy(2);
        return half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
    }

    @Override
    protected void turn() {
        try {
            Snapshot _ = snapshots.look();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("The newest snapshot cannot be looked for; trying again", failure);
                failing = true;
            }
        }
    }
}
