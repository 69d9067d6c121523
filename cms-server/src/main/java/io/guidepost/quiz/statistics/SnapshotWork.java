package io.guidepost.quiz.statistics;

import io.guidepost.background.RecurringWork;
import io.guidepost.quiz.Quizzes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a snapshot every so often, if there is something to count, and drops those that nobody needs any more. */
@Component
class SnapshotWork extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWork.class);
    private static final Duration NEVER = Duration.ofDays(365);
    private static final Duration AFTER_START = Duration.ofMinutes(5);

    private final Snapshots snapshots;
    private final SnapshotRetention retention;
    private final Quizzes quizzes;
    private final boolean takes;

    SnapshotWork(Snapshots snapshots, SnapshotRetention retention, Quizzes quizzes, StatisticsProperties properties) {
        super("snapshots", every(properties).compareTo(AFTER_START) < 0 ? every(properties) : AFTER_START,
                every(properties));
        this.snapshots = snapshots;
        this.retention = retention;
        this.quizzes = quizzes;
        this.takes = !properties.snapshotEvery().isZero();
    }

    private static Duration every(StatisticsProperties properties) {
        return properties.snapshotEvery().isZero() ? NEVER : properties.snapshotEvery();
    }

    @Override
    protected void turn() {
        try {
            if (takes && quizzes.latest().isPresent() && snapshots.isBehind()) {
                LOG.info("Statistics snapshot {} was taken", snapshots.take().number());
            }
            int dropped = retention.apply();
            if (dropped > 0) {
                LOG.info("{} old statistics snapshots were dropped", dropped);
            }
        } catch (RuntimeException failure) {
            LOG.warn("The statistics were not brought up to date; it is tried again later", failure);
        }
    }
}
