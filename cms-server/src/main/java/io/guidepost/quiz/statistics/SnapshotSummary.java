package io.guidepost.quiz.statistics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot in a list.
 *
 * @param number of the snapshot
 * @param asOf when counting began: the instant that its figures hold for
 * @param availableAt when it was stored, and could be read from then on; as soon as another node looks, it reads it too
 * @param quizVersion the version of the quiz it counts by
 * @param suppressed whether all takers together are too few for figures
 * @param respondents in all; null where suppressed
 * @param countries in all; null where suppressed
 */
public record SnapshotSummary(int number, Instant asOf, Instant availableAt, int quizVersion, boolean suppressed,
        @Nullable Integer respondents, @Nullable Integer countries) {

    /** Longer than a node takes to see another one's snapshot, and than clocks differ. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    static SnapshotSummary of(int number, Instant availableAt, int quizVersion, SiteStatistics site) {
        return site.suppressed()
                ? new SnapshotSummary(number, site.asOf(), availableAt, quizVersion, true, null, null)
                : new SnapshotSummary(number, site.asOf(), availableAt, quizVersion, false, site.respondents(),
                        site.countries());
    }

    /** From when on every node certainly has this one or a later one as its newest. */
    public Instant certainFrom() {
        return availableAt.plus(LEEWAY);
    }

    /** From when on a node may have this one as its newest. */
    public Instant possibleFrom() {
        return availableAt.minus(LEEWAY);
    }
}
