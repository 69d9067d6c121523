package io.guidepost.quiz.statistics;

import io.guidepost.quiz.NoQuizException;
import java.util.List;

/** The numbered snapshots of the statistics; each is immutable. */
public interface Snapshots {

    /**
     * The newest. One that another node took is seen within the polling interval.
     *
     * @return the snapshot; before the first one an empty one, number 0, in which everything is suppressed
     */
    Snapshot latest();

    /**
     * One by its number.
     *
     * @param number 0 is the empty one that precedes all
     * @return the snapshot
     * @throws UnknownSnapshotException if it was never taken, or was dropped; of one dropped by another node that may show only when
     *             figures of a role are asked of it
     */
    Snapshot get(int number);

    /**
     * Those before a number, without their figures by role.
     *
     * @param number a snapshot's number; {@link Integer#MAX_VALUE}: from the newest on
     * @param limit how many at most
     * @return the newest first
     */
    List<SnapshotSummary> before(int number, int limit);

    /**
     * Those after a number, without their figures by role.
     *
     * @param number a snapshot's number; 0: from the first on
     * @param limit how many at most
     * @return the oldest first
     */
    List<SnapshotSummary> after(int number, int limit);

    /** Whether the next snapshot would count something that the newest does not, count others as the recent ones, or hide others. */
    boolean isBehind();

    /**
     * Counts the responses that came since the last one and stores the result under the next number.
     *
     * @return the new snapshot
     * @throws NoQuizException if there is no quiz yet
     */
    Snapshot take();

    /**
     * The same, with all responses counted anew instead of those alone that came since the last snapshot. It gives the same figures.
     *
     * @return the new snapshot
     * @throws NoQuizException if there is no quiz yet
     */
    Snapshot recount();
}
