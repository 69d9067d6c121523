package io.guidepost.quiz.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures over all quiz takers.
 *
 * @param respondents how many; 0 where suppressed
 * @param countries how many they come from; 0 where suppressed
 * @param suppressed whether they are too few for figures
 * @param asOf when they were counted
 */
public record SiteStatistics(int respondents, int countries, boolean suppressed, Instant asOf) {

    /** How many respondents the figures rest on; null where suppressed. */
    public @Nullable Integer n() {
        return suppressed ? null : respondents;
    }

    /** Whether all figures are those of others, whenever they were counted. */
    public boolean hasFiguresOf(SiteStatistics other) {
        return equals(new SiteStatistics(other.respondents, other.countries, other.suppressed, asOf));
    }
}
