package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.RoleCounts.Group;
import io.guidepost.quiz.statistics.SubtractionAttack.Claim;
import io.guidepost.quiz.statistics.SubtractionAttack.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody subtracts across answers, backgrounds, sums and successive snapshots, over many histories made by chance. */
class SuppressionAttackTest {

    private static final int BELOW = 5;
    private static final int HISTORIES = 300;
    private static final Suppression SUPPRESSION = new Suppression(BELOW);
    private static final Population NOBODY_ELSE = new Population(0, Map.of(), null);

    @Test
    void nothing_small_is_found_out_where_respondents_only_come() {
        Outcome outcome = attack(RoleHistory::growing, true, Rule.HIDES_THE_SMALLEST_FIRST_AND_REMEMBERS,
                SuppressionAttackTest::publish);

        assertThat(outcome.small).as(outcome.summary()).isEmpty();
        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.shown).as("what is shown in all: " + outcome.summary()).isGreaterThan(1000);
    }

    @Test
    void nothing_small_is_found_out_where_some_are_corrected_and_erased() {
        Outcome outcome = attack(RoleHistory::corrected, false, Rule.HIDES_THE_SMALLEST_FIRST_AND_REMEMBERS,
                SuppressionAttackTest::publish);

        assertThat(outcome.small).as(outcome.summary()).isEmpty();
        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.shown).as("what is shown in all: " + outcome.summary()).isGreaterThan(1000);
    }

    @Test
    void nothing_small_is_found_out_where_somebody_comes_from_a_country_of_their_own() {
        Outcome outcome = attack(RoleHistory::ofFewCountries, true, Rule.HIDES_THE_SMALLEST_FIRST_AND_REMEMBERS,
                SuppressionAttackTest::publish);

        assertThat(outcome.small).as(outcome.summary()).isEmpty();
        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.shown).as("what is shown in all: " + outcome.summary()).isGreaterThan(1000);
    }

    @Test
    void the_attacker_succeeds_and_is_right_where_somebody_comes_from_a_country_and_only_small_ones_are_hidden() {
        Outcome outcome = attack(RoleHistory::ofFewCountries, true, Rule.HIDES_THE_SMALL_ONES,
                SuppressionAttackTest::publishWithoutComplement);

        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.broken).as(outcome.summary()).isGreaterThan(HISTORIES / 4);
    }

    @Test
    void the_attacker_succeeds_and_is_right_where_only_the_small_ones_are_hidden() {
        Outcome outcome = attack(RoleHistory::growing, true, Rule.HIDES_THE_SMALL_ONES,
                SuppressionAttackTest::publishWithoutComplement);

        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.broken).as(outcome.summary()).isGreaterThan(HISTORIES / 4);
    }

    @Test
    void the_attacker_succeeds_and_is_right_where_earlier_snapshots_are_forgotten() {
        Outcome outcome = attack(RoleHistory::growing, true, Rule.HIDES_THE_SMALLEST,
                SuppressionAttackTest::publishForgetting);

        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.broken).as(outcome.summary()).isGreaterThan(HISTORIES / 20);
    }

    @Test
    void the_attacker_succeeds_and_is_right_with_corrections_where_only_the_small_ones_are_hidden() {
        Outcome outcome = attack(RoleHistory::corrected, false, Rule.HIDES_THE_SMALL_ONES,
                SuppressionAttackTest::publishWithoutComplement);

        assertThat(outcome.wrong).as(outcome.summary()).isEmpty();
        assertThat(outcome.broken).as(outcome.summary()).isGreaterThan(HISTORIES / 4);
    }

    /**
     * What came of all attacks.
     *
     * @param small claims about groups of too few
     * @param wrong claims that are not the truth
     * @param claims how many in all
     * @param broken the histories with a claim about a group of too few
     * @param shown how many backgrounds, questions of them, and countries were shown
     */
    private record Outcome(List<String> small, List<String> wrong, int claims, int broken, int shown, int parts) {

        String summary() {
            return "%d claims in %d histories, %d about small groups in %d histories, %d wrong; %d figures in %d parts shown"
                    .formatted(claims, HISTORIES, small.size(), broken, wrong.size(), shown, parts);
        }
    }

    private static Outcome attack(LongFunction<RoleHistory> histories, boolean growing, Rule rule,
            Publisher publisher) {
        List<String> small = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int claimed = 0;
        int broken = 0;
        int shown = 0;
        int published = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<RoleCounts> truth = new ArrayList<>();
            List<RolePart> parts = new ArrayList<>();
            RolePart before = null;
            for (RoleCounts counts : histories.apply(seed).snapshots()) {
                RolePart part = publisher.publish(parts.size() + 1, counts, before);
                assertThat(publisher.publish(parts.size() + 2, counts, part).saysTheSameAs(part))
                        .as("history %d: counted again, the same is told", seed).isTrue();
                if (before == null || !part.saysTheSameAs(before)) {
                    parts.add(part);
                    truth.add(counts);
                    before = part;
                }
                shown += figures(before);
            }
            published += parts.size();
            List<Claim> claims = new ArrayList<>(new SubtractionAttack(BELOW, rule, growing, parts).onBackgrounds());
            claims.addAll(new SubtractionAttack(BELOW, rule, growing, parts).onCountries());
            claimed += claims.size();
            int smallBefore = small.size();
            for (Claim claim : claims) {
                String told = "history " + seed + ": " + claim;
                if (value(truth.get(claim.part()), claim) != claim.value()) {
                    wrong.add(told + ", truly " + value(truth.get(claim.part()), claim));
                }
                if (isOfFew(truth.get(claim.part()), claim)) {
                    small.add(told);
                }
            }
            broken += small.size() > smallBefore ? 1 : 0;
        }
        return new Outcome(small, wrong, claimed, broken, shown, published);
    }

    private static int figures(RolePart part) {
        return part.countries().size()
                + part.shownBackgrounds().mapToInt(entry -> 1 + entry.getValue().questions().size()).sum();
    }

    private static int value(RoleCounts truth, Claim claim) {
        if (claim.question() == null) {
            return size(truth, claim);
        }
        Group group = truth.backgrounds().getOrDefault(claim.group(), Group.NOBODY);
        return claim.answer() == null
                ? group.answered(claim.question())
                : group.questions().getOrDefault(claim.question(), RoleCounts.Question.UNANSWERED).answers()
                        .getOrDefault(claim.answer(), 0);
    }

    private static int size(RoleCounts truth, Claim claim) {
        return truth.backgrounds().containsKey(claim.group())
                ? truth.backgrounds().get(claim.group()).respondents()
                : truth.countries().getOrDefault(claim.group(), 0);
    }

    private static boolean isOfFew(RoleCounts truth, Claim claim) {
        return size(truth, claim) < BELOW || claim.question() != null && truth.backgrounds().get(claim.group())
                .answered(Objects.requireNonNull(claim.question())) < BELOW;
    }

    private static RolePart publish(int snapshot, RoleCounts counts, @Nullable RolePart before) {
        return SUPPRESSION.part("role", snapshot, RoleHistory.AT, 1, counts, NOBODY_ELSE, before);
    }

    private static RolePart publishForgetting(int snapshot, RoleCounts counts, @Nullable RolePart before) {
        return publish(snapshot, counts, null);
    }

    /** Hides what is too small and nothing else. */
    private static RolePart publishWithoutComplement(int snapshot, RoleCounts counts, @Nullable RolePart before) {
        Group all = counts.all();
        if (all.respondents() < BELOW) {
            return RolePart.suppressed("role", snapshot, RoleHistory.AT, 1, BELOW, RolePart.Memory.NONE);
        }
        Map<String, GroupCounts> backgrounds = new HashMap<>();
        counts.backgrounds().forEach((key, group) -> backgrounds.put(key,
                group.respondents() < BELOW ? new GroupCounts.Suppressed() : largeEnough(group)));
        Map<String, Integer> countries = new HashMap<>(counts.countries());
        countries.values().removeIf(count -> count < BELOW);
        return new RolePart("role", snapshot, RoleHistory.AT, 1, BELOW, largeEnough(all), null, backgrounds, countries,
                counts.countries().size(), Map.of(), RolePart.Memory.NONE);
    }

    private static GroupCounts.Shown largeEnough(Group group) {
        HashSet<String> questions = new HashSet<>(group.questions().keySet());
        questions.removeIf(question -> group.answered(question) < BELOW);
        return GroupCounts.Shown.of(group, questions);
    }

    /** A rule as it is tried. */
    private interface Publisher {

        RolePart publish(int snapshot, RoleCounts counts, @Nullable RolePart before);
    }
}
