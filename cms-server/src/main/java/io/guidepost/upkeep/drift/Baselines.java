package io.guidepost.upkeep.drift;

import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.quiz.statistics.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows which snapshot people have last seen a document's figures in: the newest that every node had when it was released, or that of a task
 * which they have closed since. To be used by one thread.
 */
@Component
class Baselines {

    private static final int BATCH = 500;

    private final Snapshots snapshots;
    private final TreeMap<Instant, Integer> byTime = new TreeMap<>();
    private int last;

    Baselines(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The number of that snapshot.
     *
     * @param released when what is live of the document went live
     * @param confirmed the number of the snapshot that people have confirmed its figures in; null: none
     * @return what was released before any snapshot was taken, counts as released with the first one
     */
    int of(Instant released, @Nullable Integer confirmed) {
        catchUp();
        Map.Entry<Instant, Integer> before = byTime.floorEntry(released);
        Map.Entry<Instant, Integer> first = before == null ? byTime.firstEntry() : before;
        return Math.max(first == null ? 0 : first.getValue(), confirmed == null ? 0 : confirmed);
    }

    private void catchUp() {
        if (last >= snapshots.latest().number()) {
            return;
        }
        List<SnapshotSummary> next = snapshots.after(last, BATCH);
        while (!next.isEmpty()) {
            next.forEach(snapshot -> byTime.merge(snapshot.certainFrom(), snapshot.number(), Math::max));
            last = next.getLast().number();
            next = snapshots.after(last, BATCH);
        }
    }
}
