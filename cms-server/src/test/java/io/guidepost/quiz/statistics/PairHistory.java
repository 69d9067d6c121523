package io.guidepost.quiz.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How many took the quiz and explored one role, another one, or both, at several snapshots of a site that grows by chance. */
final class PairHistory {

    static final String ONE = "one";
    static final String OTHER = "other";

    private PairHistory() {}

    /**
     * How many there truly are.
     *
     * @param both explore both roles; they are counted under each as well
     */
    record Counts(int takers, int one, int other, int both) {

        Population population(Population before) {
            return new Population(takers, Map.of(ONE, one, OTHER, other), before);
        }

        RoleCounts of(String role) {
            Map<String, RoleCounts.Group> backgrounds = new HashMap<>();
            int respondents = role.equals(ONE) ? one : other;
            if (respondents > 0) {
                backgrounds.put("student", new RoleCounts.Group(respondents, Map.of()));
            }
            return new RoleCounts(backgrounds, Map.of(), Map.of(),
                    both == 0 ? Map.of() : Map.of(role.equals(ONE) ? OTHER : ONE, both));
        }

        private Counts and(Counts came) {
            return new Counts(takers + came.takers, one + came.one, other + came.other, both + came.both);
        }
    }

    /** The first role may be too small at first, the second one is not; few or many come to each from snapshot to snapshot. */
    static List<Counts> of(long seed) {
        Random random = new Random(seed);
        int both = random.nextInt(7);
        int one = both + (random.nextInt(3) == 0 ? random.nextInt(3) : 3 + random.nextInt(9));
        int other = both + Math.max(5 - both, random.nextInt(12));
        Counts counts = new Counts(one + other - both + 5 + random.nextInt(20), one, other, both);
        List<Counts> history = new ArrayList<>(List.of(counts));
        for (int snapshot = 2 + random.nextInt(3); snapshot > 0; snapshot--) {
            int toBoth = few(random);
            int toOne = toBoth + few(random);
            int toOther = toBoth + few(random);
            counts = counts.and(new Counts(toOne + toOther - toBoth + few(random), toOne, toOther, toBoth));
            history.add(counts);
        }
        return history;
    }

    private static int few(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1, 2 -> random.nextInt(3);
            default -> random.nextInt(8);
        };
    }
}
