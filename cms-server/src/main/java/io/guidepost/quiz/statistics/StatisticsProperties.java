package io.guidepost.quiz.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the statistics.
 *
 * @param suppressBelow groups of fewer respondents than this give no figure; 1 at least
 * @param poll how often to look whether another node took a snapshot
 * @param snapshotEvery how often a snapshot is taken by itself, if there is something new to count; 0: never
 * @param snapshotsKept how many of the newest snapshots are kept besides those that a release was published with; 1 at least
 * @param locale the language in which figures read, as a tag of BCP 47: {@code en}, {@code de-CH}
 */
@ConfigurationProperties("guidepost.quiz")
record StatisticsProperties(@DefaultValue("5") int suppressBelow, @DefaultValue("1s") Duration poll,
        @DefaultValue("1h") Duration snapshotEvery, @DefaultValue("1000") int snapshotsKept,
        @DefaultValue("en") String locale) {

    /** Checks the settings. */
    StatisticsProperties {
        require(suppressBelow >= 1, "suppress-below must be 1 at least");
        require(!snapshotEvery.isNegative(), "snapshot-every must be 0 or longer");
        require(snapshotsKept >= 1, "snapshots-kept must be 1 at least");
        FigureFormat _ = FigureFormat.of(locale);
    }

    FigureFormat format() {
        return FigureFormat.of(locale);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("guidepost.quiz." + sentence);
        }
    }
}
