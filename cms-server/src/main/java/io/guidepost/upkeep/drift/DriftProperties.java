package io.guidepost.upkeep.drift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a figure has moved so far that somebody should look.
 *
 * @param driftPoints a share, when it has moved by more than so many percent points
 * @param driftPercent a count, when it has moved by more than so many percent of what it was
 * @param driftPoll how often a node looks for new statistics and releases
 */
@ConfigurationProperties("guidepost.upkeep")
record DriftProperties(@DefaultValue("3.0") double driftPoints, @DefaultValue("25") double driftPercent,
        @DefaultValue("5s") Duration driftPoll) {

    DriftProperties {
        requireNotNegative("drift-points", driftPoints);
        requireNotNegative("drift-percent", driftPercent);
        if (!driftPoll.isPositive()) {
            throw new IllegalArgumentException("guidepost.upkeep.drift-poll must be longer than nothing.");
        }
    }

    private static void requireNotNegative(String name, double number) {
        if (!(number >= 0)) {
            throw new IllegalArgumentException("guidepost.upkeep." + name + " must be 0 at least, not " + number + ".");
        }
    }
}
