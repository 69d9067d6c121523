package io.guidepost.upkeep.drift;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.quiz.statistics.Snapshots;
import java.util.List;

/** Snapshots of which the first one that is read has something done at that very moment. */
final class ClosingSnapshots implements Snapshots {

    private final Snapshots snapshots;
    private final Runnable happening;
    private boolean happened;

    ClosingSnapshots(Snapshots snapshots, Runnable happening) {
        this.snapshots = snapshots;
        this.happening = happening;
    }

    @Override
    public Snapshot latest() {
        return snapshots.latest();
    }

    @Override
    public Snapshot get(int number) {
        if (!happened) {
            happened = true;
            happening.run();
        }
        return snapshots.get(number);
    }

    @Override
    public List<SnapshotSummary> before(int number, int limit) {
        return snapshots.before(number, limit);
    }

    @Override
    public List<SnapshotSummary> after(int number, int limit) {
        return snapshots.after(number, limit);
    }

    @Override
    public Snapshot take() {
        return snapshots.take();
    }

    @Override
    public Snapshot recount() {
        return snapshots.recount();
    }

    @Override
    public boolean isBehind() {
        return snapshots.isBehind();
    }
}
