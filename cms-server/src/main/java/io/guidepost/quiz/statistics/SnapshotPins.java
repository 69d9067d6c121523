package io.guidepost.quiz.statistics;

import java.util.List;
import java.util.Set;

/** Says which snapshots are needed for as long as something else is kept. */
@FunctionalInterface
public interface SnapshotPins {

    /**
     * The numbers of those that are needed.
     *
     * @param snapshots all of them, the oldest first
     */
    Set<Integer> among(List<SnapshotSummary> snapshots);
}
