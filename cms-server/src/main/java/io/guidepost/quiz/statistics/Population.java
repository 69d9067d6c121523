package io.guidepost.quiz.statistics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many there are at a snapshot, before anything is hidden: no reader ever gets it.
 *
 * @param takers how many took the quiz
 * @param roles how many explore each role, by role
 * @param before the same at the snapshot before, whose own is not told; null: there was none
 */
record Population(int takers, Map<String, Integer> roles, @Nullable Population before) {

    /** Copies the map. */
    Population {
        roles = Map.copyOf(roles);
    }

    /** How many explore a role. */
    int of(String role) {
        return roles.getOrDefault(role, 0);
    }

    /** How many more explore a role than at the snapshot before, and 0 if they are fewer. */
    int came(String role) {
        return Math.max(0, of(role) - before(role));
    }

    /** How many explored a role at the snapshot before. */
    int before(String role) {
        return before == null ? 0 : before.of(role);
    }

    /** How many had taken the quiz at the snapshot before. */
    int takersBefore() {
        return before == null ? 0 : before.takers();
    }
}
