package io.guidepost.quiz.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot was counted from, and what the next one goes on from. It is true, and no reader gets it.
 *
 * @param upTo the number of the last change to the responses that is counted
 * @param quizVersion the version of the quiz
 * @param suppressBelow the k in force
 * @param parts ids of what is shown of each role, in the quiz's order
 * @param roles what was counted of each role
 * @param respondents how many took the quiz
 * @param countries how many of them in each country
 */
record Basis(long upTo, int quizVersion, int suppressBelow, Map<String, String> parts, Map<String, CountedRole> roles,
        int respondents, Map<String, Integer> countries) {

    /** How many there were. */
    Population population() {
        Map<String, Integer> explorers = new HashMap<>();
        roles.forEach((role, counted) -> explorers.put(role, counted.respondents()));
        return new Population(respondents, explorers, null);
    }

    /**
     * What was counted of a role.
     *
     * @param counts the id of its counts
     * @param respondents how many explore it
     * @param turns the first day on which others of them are the recent ones, though none came; null: it never comes
     */
    record CountedRole(String counts, int respondents, @Nullable LocalDate turns) {

        /** Whether others are the recent ones by a day. */
        boolean hasTurnedBy(LocalDate day) {
            return turns != null && !turns.isAfter(day);
        }
    }
}
