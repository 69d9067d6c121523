package io.guidepost.quiz.statistics;

import io.guidepost.background.RecurringWork;
import io.guidepost.quiz.Quizzes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a snapshot every so often, if there is something to count. */
@Component
class SnapshotWork extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWork.class);
    private static final Duration AFTER_START = Duration.ofMinutes(5);

    private final Snapshots snapshots;
    private final Quizzes quizzes;
    private final boolean takes;

    SnapshotWork(Snapshots snapshots, Quizzes quizzes, StatisticsProperties properties) {
        super("snapshots", properties.snapshotEvery().compareTo(AFTER_START) < 0
                ? properties.snapshotEvery()
                : AFTER_START, properties.snapshotEvery());
        this.snapshots = snapshots;
        this.quizzes = quizzes;
        this.takes = !properties.snapshotEvery().isZero();
    }

    @Override
    public boolean isAutoStartup() {
        return takes;
    }

    @Override
    protected void turn() {
        try {
            if (quizzes.latest().isPresent() && snapshots.isBehind()) {
                LOG.info("Statistics snapshot {} was taken", snapshots.take().number());
            }
        } catch (RuntimeException failure) {
            LOG.warn("No statistics snapshot was taken; it is tried again later", failure);
        }
    }
}
