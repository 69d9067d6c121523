package io.guidepost.quiz.statistics;

import java.time.Instant;

/**
 * A snapshot in a list.
 *
 * @param number of the snapshot
 * @param asOf when it was taken
 * @param quizVersion the version of the quiz it counts by
 * @param respondents in all; 0 where suppressed
 * @param countries in all; 0 where suppressed
 */
public record SnapshotSummary(int number, Instant asOf, int quizVersion, int respondents, int countries) {

    static SnapshotSummary of(Snapshot snapshot) {
        SiteStatistics site = snapshot.site();
        return new SnapshotSummary(snapshot.number(), snapshot.asOf(), snapshot.quizVersion(), site.respondents(), site
                .countries());
    }
}
