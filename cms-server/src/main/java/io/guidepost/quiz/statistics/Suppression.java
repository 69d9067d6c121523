package io.guidepost.quiz.statistics;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which groups are too small to be shown, and what else has to be hidden so that they cannot be computed from what is
 * shown. It is asked when a snapshot is made and nowhere else; what it hides is not stored, so that no reader can get round it.
 * The rule and what it is good for are in decision record 0012.
 *
 * @param below groups of fewer respondents than this give no figure
 */
record Suppression(int below) {

    Suppression {
        if (below < 1) {
            throw new IllegalArgumentException("guidepost.quiz.suppress-below must be 1 at least");
        }
    }

    boolean hides(int respondents) {
        return respondents < below;
    }

    /** Whether a count gives a few away; that there is nobody does not. */
    boolean tellsOfFew(int respondents) {
        return respondents != 0 && hides(respondents);
    }

    /**
     * What a snapshot tells of a role. The same arguments give the same part.
     *
     * @param role key
     * @param snapshot the number of the snapshot
     * @param at when it is taken
     * @param quizVersion the version of the quiz it counts by
     * @param counts of those who explore the role
     * @param population how many explore each role
     * @param before the role's part in the snapshot before; null if there is none
     * @return the part; it says the same as the part before where telling what has changed would tell of few
     */
    RolePart part(String role, int snapshot, Instant at, int quizVersion, RoleCounts counts, Population population,
            @Nullable RolePart before) {
        RoleCounts.Group all = counts.all();
        if (hides(all.respondents())) {
            return RolePart.suppressed(role, snapshot, at, quizVersion, below, RolePart.Memory.NONE);
        }
        RoleDisclosure.Before told = null;
        if (before != null) {
            switch (before.all()) {
                case GroupCounts.Shown shown -> told = new RoleDisclosure.Before(before, shown.group());
                case GroupCounts.Suppressed _ -> {
                    int takersThen = takersWhenLastTooSmall(before, population);
                    if (population.came(role) == 0 || all.respondents() > population.takers() - takersThen) {
                        return RolePart.suppressed(role, snapshot, at, quizVersion, below,
                                RolePart.Memory.ofSuppressed(takersThen));
                    }
                }
            }
        }
        return new RoleDisclosure(this, counts, all, told).part(role, snapshot, at, quizVersion, population);
    }

    /** How many were known to have taken the quiz: too few are not told of. */
    private int takersWhenLastTooSmall(RolePart before, Population population) {
        Integer remembered = before.memory().takers();
        if (remembered != null) {
            return remembered;
        }
        return hides(population.takersBefore()) ? 0 : population.takersBefore();
    }

    /**
     * How many may have come to a role since the snapshot before, for all that was told: if the role was too small then, all of them.
     */
    int mayHaveCome(String role, Population population) {
        return hides(population.before(role)) ? population.of(role) : population.came(role);
    }
}
