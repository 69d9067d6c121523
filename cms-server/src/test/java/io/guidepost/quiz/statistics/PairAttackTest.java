package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.PairAttack.Claim;
import io.guidepost.quiz.statistics.PairAttack.Published;
import io.guidepost.quiz.statistics.PairHistory.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody subtracts across two roles that overlap, the site's total and successive snapshots, over histories made by chance. */
class PairAttackTest {

    private static final int BELOW = 5;
    private static final int HISTORIES = 400;
    private static final Suppression SUPPRESSION = new Suppression(BELOW);

    @Test
    void nothing_small_is_found_out() {
        Outcome outcome = attack(true);

        assertThat(outcome.claims).as(outcome.summary()).isEmpty();
        assertThat(outcome.pairsTold).as(outcome.summary()).isGreaterThan(HISTORIES / 4);
    }

    @Test
    void the_attacker_succeeds_and_is_right_where_only_what_is_too_small_is_hidden() {
        Outcome outcome = attack(false);

        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.broken).as(outcome.summary()).isGreaterThan(HISTORIES / 10);
    }

    @Test
    void a_pair_is_not_found_out_by_the_role_to_which_few_came() {
        assertSafe(new Counts(200, 50, 60, 4), new Counts(210, 56, 61, 5));
    }

    @Test
    void a_pair_is_not_found_out_by_those_who_came_to_either_role_in_turn() {
        assertSafe(new Counts(200, 50, 60, 4), new Counts(220, 50, 70, 4), new Counts(240, 61, 71, 5));
    }

    @Test
    void a_role_of_few_is_not_found_out_by_a_pair() {
        assertSafe(new Counts(200, 4, 50, 4), new Counts(230, 20, 51, 5));
    }

    @Test
    void a_role_of_few_is_not_found_out_by_the_total_of_the_site() {
        assertSafe(new Counts(200, 4, 50, 0), new Counts(201, 5, 50, 0));
    }

    private static void assertSafe(Counts... history) {
        List<Counts> truth = List.of(history);
        assertThat(new PairAttack(BELOW, false, publish(truth, false)).claims()).as("it can be found out").isNotEmpty();
        assertThat(new PairAttack(BELOW, true, publish(truth, true)).claims()).isEmpty();
    }

    /**
     * What came of all attacks.
     *
     * @param claims about groups of few
     * @param wrong those that are not the truth
     * @param broken histories with a claim
     * @param pairsTold how often a pair was told
     */
    private record Outcome(List<String> claims, List<String> wrong, int broken, int pairsTold) {

        String summary() {
            return "%d claims in %d of %d histories, %d wrong; %d pairs told".formatted(claims.size(), broken,
                    HISTORIES,
                    wrong.size(), pairsTold);
        }
    }

    private static Outcome attack(boolean remembers) {
        List<String> claimed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int broken = 0;
        int told = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Counts> truth = PairHistory.of(seed);
            List<Published> published = publish(truth, remembers);
            List<Claim> claims = new PairAttack(BELOW, remembers, published).claims();
            for (Claim claim : claims) {
                claimed.add("history " + seed + ": " + claim + " of " + truth + " by " + published);
                if (value(truth.get(claim.snapshot()), claim.group()) != claim.value()) {
                    wrong.add(claimed.getLast());
                }
            }
            broken += claims.isEmpty() ? 0 : 1;
            told += (int) published.stream().filter(snapshot -> snapshot.both() != null).count();
        }
        return new Outcome(claimed, wrong, broken, told);
    }

    private static int value(Counts truth, String group) {
        return switch (group) {
            case "both" -> truth.both();
            case "one" -> truth.one();
            case "other" -> truth.other();
            case "one alone" -> truth.one() - truth.both();
            default -> truth.other() - truth.both();
        };
    }

    /** By the rule, or by a copy of it that takes every snapshot for the first. */
    private static List<Published> publish(List<Counts> truth, boolean remembers) {
        List<Published> published = new ArrayList<>();
        Population population = null;
        RolePart one = null;
        RolePart other = null;
        for (Counts counts : truth) {
            population = counts.population(remembers ? population : null);
            one = part(PairHistory.ONE, counts, population, remembers ? one : null);
            other = part(PairHistory.OTHER, counts, population, remembers ? other : null);
            published.add(Published.of(counts.takers(), one, other));
        }
        return published;
    }

    private static RolePart part(String role, Counts counts, Population population, @Nullable RolePart before) {
        return SUPPRESSION.part(role, 1, RoleHistory.AT, 1, counts.of(role), population, before);
    }
}
