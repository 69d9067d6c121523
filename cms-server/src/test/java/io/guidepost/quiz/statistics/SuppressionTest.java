package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.guidepost.quiz.statistics.RoleCounts.Group;
import io.guidepost.quiz.statistics.RoleCounts.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a role, and what is hidden so that the rest cannot be computed. */
class SuppressionTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Suppression SUPPRESSION = new Suppression(5);
    private static final Population NOBODY_ELSE = new Population(0, Map.of(), null);

    @Test
    void with_four_freelancers_the_eight_job_seekers_are_hidden_too() {
        RolePart part = first(Map.of("career-changer", 40, "student", 22, "recent-graduate", 15, "employed", 12,
                "job-seeker", 8, "freelancer", 4));

        assertThat(part.all()).isInstanceOfSatisfying(GroupCounts.Shown.class,
                all -> assertThat(all.respondents()).isEqualTo(101));
        assertThat(sizes(part)).containsExactly(entry("career-changer", "40"), entry("employed", "12"),
                entry("freelancer", "hidden"), entry("job-seeker", "hidden"), entry("recent-graduate", "15"),
                entry("student", "22"));
    }

    @Test
    void two_small_ones_hide_each_other_if_they_are_enough_together() {
        assertThat(sizes(first(Map.of("a", 30, "b", 12, "c", 3, "d", 2)))).containsExactly(entry("a", "30"),
                entry("b", "12"), entry("c", "hidden"), entry("d", "hidden"));
        assertThat(sizes(first(Map.of("a", 30, "b", 12, "c", 2, "d", 2)))).containsExactly(entry("a", "30"),
                entry("b", "hidden"), entry("c", "hidden"), entry("d", "hidden"));
    }

    @Test
    void of_equal_ones_the_first_by_key_is_hidden() {
        assertThat(sizes(first(Map.of("a", 30, "b", 12, "c", 12, "d", 2)))).containsEntry("b", "hidden")
                .containsEntry("c", "12");
    }

    @Test
    void hidden_ones_that_must_be_as_large_as_can_be_are_joined_by_another() {
        assertThat(sizes(first(Map.of("a", 40, "b", 16, "c", 16, "d", 4)))).containsExactly(entry("a", "40"),
                entry("b", "hidden"), entry("c", "hidden"), entry("d", "hidden"));
    }

    @Test
    void hidden_ones_of_one_respondent_each_are_joined_by_another() {
        assertThat(sizes(first(Map.of("a", 40, "b", 9, "c", 1, "d", 1, "e", 1, "f", 1, "g", 1))))
                .containsEntry("a", "40").containsEntry("b", "hidden");
    }

    @Test
    void backgrounds_are_not_even_named_where_all_are_hidden() {
        assertThat(first(Map.of("a", 6, "b", 4)).backgrounds()).isEmpty();
    }

    @Test
    void a_role_of_few_tells_nothing() {
        assertThat(first(Map.of("a", 4))).isEqualTo(RolePart.suppressed("ux-designer", 1, AT, 1, 5,
                RolePart.Memory.NONE));
    }

    @Test
    void a_background_is_hidden_if_too_few_of_it_answered_what_most_answered() {
        Map<String, Group> groups = groups(Map.of("a", 40, "b", 30, "d", 14));
        groups.put("c", group(15, Map.of("priority", 4)));

        RolePart part = publish(counts(groups), null);

        assertThat(sizes(part)).containsExactly(entry("a", "40"), entry("b", "30"), entry("c", "hidden"),
                entry("d", "hidden"));
    }

    @Test
    void a_question_that_few_answered_is_not_told_at_all_if_too_few_of_a_background_did() {
        Map<String, Group> groups = new HashMap<>();
        groups.put("a", group(30, Map.of("priority", 30, "extra", 9)));
        groups.put("b", group(20, Map.of("priority", 20, "extra", 4)));

        assertThat(questions(publish(counts(groups), null))).containsOnlyKeys("priority");

        groups.put("b", group(20, Map.of("priority", 20, "extra", 5)));
        assertThat(questions(publish(counts(groups), null))).containsOnlyKeys("priority", "extra");
    }

    @Test
    void a_new_background_of_few_waits_until_enough_came() {
        RolePart before = first(Map.of("a", 30, "b", 20));

        RolePart one = publish(counts(Map.of("a", 31, "b", 20, "c", 1)), before);
        RolePart five = publish(counts(Map.of("a", 31, "b", 24, "c", 1)), before);

        assertThat(one.saysTheSameAs(before)).isTrue();
        assertThat(sizes(five)).containsExactly(entry("a", "31"), entry("b", "hidden"), entry("c", "hidden"));
    }

    @Test
    void a_new_background_of_enough_is_shown() {
        assertThat(sizes(publish(counts(Map.of("a", 30, "b", 20, "c", 5)), first(Map.of("a", 30, "b", 20)))))
                .containsEntry("c", "5").containsEntry("b", "20");
    }

    @Test
    void what_was_hidden_stays_so_until_others_may_account_for_all_of_what_it_was() {
        RolePart few = first(Map.of("a", 40, "x", 4, "y", 8));
        RolePart enough = publish(counts(Map.of("a", 40, "x", 6, "y", 9)), few);
        RolePart almost = publish(counts(Map.of("a", 40, "x", 9, "y", 16)), enough);
        RolePart many = publish(counts(Map.of("a", 40, "x", 9, "y", 17)), almost);

        assertThat(sizes(few)).containsEntry("x", "hidden").containsEntry("y", "hidden");
        assertThat(sizes(enough)).containsEntry("x", "hidden").containsEntry("y", "hidden");
        assertThat(enough.memory().backgrounds().waiting().get("x")).as("what both were together")
                .isEqualTo(group(12, Map.of("priority", 12)));
        assertThat(sizes(almost)).containsEntry("x", "hidden").containsEntry("y", "hidden");
        assertThat(sizes(many)).containsEntry("x", "9").containsEntry("y", "17");
        assertThat(many.memory()).isEqualTo(RolePart.Memory.NONE);
    }

    @Test
    void as_long_as_one_is_too_small_what_the_others_have_to_account_for_grows() {
        RolePart few = first(Map.of("a", 40, "x", 4, "y", 8));
        RolePart stillFew = publish(counts(Map.of("a", 40, "x", 4, "y", 20)), few);
        RolePart many = publish(counts(Map.of("a", 40, "x", 12, "y", 20)), stillFew);

        assertThat(sizes(many)).as("both were 24").containsEntry("x", "hidden").containsEntry("y", "hidden");
    }

    @Test
    void a_background_that_lost_its_last_respondent_stays_hidden_and_another_joins() {
        RolePart before = first(Map.of("a", 40, "b", 30, "x", 4, "y", 8));

        assertThat(sizes(publish(counts(Map.of("a", 40, "b", 30, "y", 8)), before))).containsExactly(entry("a", "40"),
                entry("b", "hidden"), entry("x", "hidden"), entry("y", "hidden"));
    }

    @Test
    void what_becomes_too_small_by_an_erasure_is_hidden_at_once() {
        RolePart before = first(Map.of("a", 40, "b", 8, "c", 5));

        assertThat(sizes(publish(counts(Map.of("a", 40, "b", 8, "c", 4)), before))).containsExactly(entry("a", "40"),
                entry("b", "hidden"), entry("c", "hidden"));
    }

    @Test
    void a_higher_limit_holds_at_once() {
        RolePart before = first(Map.of("a", 40, "b", 18, "c", 7));

        RolePart now = new Suppression(10).part("ux-designer", 2, AT, 1, counts(Map.of("a", 40, "b", 18, "c", 7)),
                NOBODY_ELSE, before);

        assertThat(sizes(now)).containsExactly(entry("a", "40"), entry("b", "hidden"), entry("c", "hidden"));
    }

    @Test
    void figures_that_did_not_change_say_the_same() {
        RolePart before = first(Map.of("a", 40, "x", 4, "y", 8));

        assertThat(publish(counts(Map.of("a", 40, "x", 4, "y", 8)), before).saysTheSameAs(before)).isTrue();
    }

    @Test
    void few_recent_ones_are_hidden_and_none_are_told() {
        Map<String, Group> groups = groups(Map.of("a", 20));

        assertThat(publish(new RoleCounts(groups, Map.of(), Map.of(TODAY, 4), Map.of()), null).recent()).isNull();
        assertThat(publish(new RoleCounts(groups, Map.of(), Map.of(TODAY, 5), Map.of()), null).recent()).isEqualTo(5);
        assertThat(publish(new RoleCounts(groups, Map.of(), Map.of(), Map.of()), null).recent()).isZero();
    }

    @Test
    void countries_of_few_are_hidden_together_and_counted() {
        RolePart part = publish(countries(Map.of("DE", 30, "FR", 12, "IT", 6, "AT", 2)), null);

        assertThat(part.countries()).containsOnly(entry("DE", 30), entry("FR", 12));
        assertThat(part.countryCount()).isEqualTo(4);
    }

    @Test
    void a_country_is_shown_again_when_what_was_hidden_may_have_been_of_others() {
        RolePart few = publish(countries(Map.of("DE", 30, "IT", 4, "AT", 2)), null);
        RolePart enough = publish(countries(Map.of("DE", 30, "IT", 10, "AT", 10)), few);
        RolePart many = publish(countries(Map.of("DE", 30, "IT", 11, "AT", 11)), enough);

        assertThat(few.countries()).containsOnlyKeys("DE");
        assertThat(enough.countries()).containsOnlyKeys("DE");
        assertThat(many.countries()).containsOnlyKeys("DE", "IT", "AT");
    }

    @Test
    void a_pair_of_roles_tells_of_three_groups() {
        assertThat(pair(50, 20, 60)).as("20 both, 30 and 40 alone").containsEntry("researcher", 20);
        assertThat(pair(50, 4, 60)).as("4 both").isEmpty();
        assertThat(pair(50, 47, 60)).as("3 alone").isEmpty();
        assertThat(pair(60, 47, 50)).as("3 of the other role alone").isEmpty();
        assertThat(pair(50, 50, 60)).as("nobody alone, and soon perhaps a few").isEmpty();
    }

    @Test
    void a_pair_that_was_hidden_is_told_when_all_of_both_may_have_come_since() {
        Roles roles = new Roles().take(50, 60, 4).take(52, 61, 5);
        assertThat(roles.told()).as("four were counted before, or five").isEmpty();
        assertThat(roles.take(55, 64, 5).told()).as("one of them and three").isEmpty();
        assertThat(roles.take(56, 65, 5).told()).containsExactly(5, 5);
        assertThat(roles.take(57, 65, 5).told()).containsExactly(5, 5);
    }

    @Test
    void a_pair_is_not_told_by_one_role_while_the_other_one_gives_it_away() {
        assertThat(new Roles().take(50, 60, 4).take(56, 61, 5).told()).as("six came to one role, one to the other")
                .isEmpty();
        assertThat(new Roles().take(50, 60, 4).take(50, 70, 4).take(61, 71, 5).told())
                .as("ten came to each, one to both")
                .isEmpty();
    }

    @Test
    void a_pair_is_not_told_because_enough_explore_one_role_alone() {
        assertThat(new Roles().take(12, 20, 10).take(15, 20, 10).told()).isEmpty();
    }

    @Test
    void a_pair_with_a_role_that_was_too_small_is_told_when_all_of_both_may_have_come_since() {
        assertThat(new Roles().take(4, 100, 4).site(1100).take(20, 101, 5).told()).as("four were counted before")
                .isEmpty();
        assertThat(new Roles().take(4, 100, 4).site(1100).take(20, 105, 5).told()).containsExactly(5, 5);
    }

    @Test
    void a_pair_with_a_role_that_was_too_small_is_not_told_because_others_came_to_it() {
        assertThat(new Roles().take(4, 100, 4).site(1100).take(20, 100, 4).site(1200).take(21, 101, 5).told())
                .isEmpty();
    }

    @Test
    void a_role_that_was_too_small_is_told_when_all_of_it_may_have_come_since() {
        Roles roles = new Roles().site(1000).take(4, 100, 0).site(1001).take(5, 100, 0);
        assertThat(roles.one()).as("four were counted before").isNull();
        assertThat(roles.site(1006).take(5, 100, 0).one()).as("nobody came").isNull();
        assertThat(roles.site(1007).take(6, 100, 0).one()).isEqualTo(6);
    }

    @Test
    void a_new_country_of_few_waits_until_enough_came() {
        RolePart before = publish(countries(Map.of("DE", 20, "FR", 10, "US", 8)), null);

        RolePart one = publish(countries(Map.of("DE", 20, "FR", 10, "US", 8, "PL", 1)), before);
        RolePart five = publish(countries(Map.of("DE", 20, "FR", 20, "US", 12, "PL", 1)), one);
        RolePart many = publish(countries(Map.of("DE", 20, "FR", 10, "US", 30, "PL", 20)), one);

        assertThat(one.saysTheSameAs(before)).as("the eight from the US would be known, and so the ninth").isTrue();
        assertThat(five.countries()).containsOnlyKeys("DE", "FR");
        assertThat(five.countryCount()).isEqualTo(4);
        assertThat(many.countries()).containsOnlyKeys("DE", "FR", "US", "PL");
    }

    @Test
    void a_country_that_lost_some_does_not_wait() {
        RolePart before = publish(countries(Map.of("DE", 20, "FR", 10, "US", 8)), null);

        assertThat(publish(countries(Map.of("DE", 21, "FR", 10, "US", 7, "PL", 1)), before).countries())
                .containsOnlyKeys("DE", "FR");
    }

    @Test
    void the_limit_is_one_at_least() {
        assertThatThrownBy(() -> new Suppression(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Integer> pair(int role, int both, int other) {
        return pairPart(role, both, other).alsoExplored();
    }

    private static RolePart pairPart(int role, int both, int other) {
        RoleCounts counts = new RoleCounts(groups(Map.of("a", role)), Map.of(), Map.of(), Map.of("researcher", both));
        return SUPPRESSION.part("ux-designer", 2, AT, 1, counts,
                new Population(200, Map.of("ux-designer", role, "researcher", other), null), null);
    }

    /** Two roles over snapshots, each of them counted when it has changed. */
    private static final class Roles {

        private int takers = 1000;
        private @Nullable Population population;
        private @Nullable RolePart one;
        private @Nullable RolePart other;

        Roles site(int takersOfAll) {
            takers = takersOfAll;
            return this;
        }

        Roles take(int inOne, int inOther, int inBoth) {
            Population before = population;
            population = new Population(takers, Map.of("one", inOne, "other", inOther), before);
            one = part("one", "other", inBoth, one);
            other = part("other", "one", inBoth, other);
            return this;
        }

        private RolePart part(String role, String with, int both, @Nullable RolePart before) {
            RoleCounts counts = new RoleCounts(groups(Map.of("a", population.of(role))), Map.of(), Map.of(),
                    both == 0 ? Map.of() : Map.of(with, both));
            RolePart part = SUPPRESSION.part(role, 1, AT, 1, counts, population, before);
            if (before != null && population.came(role) == 0) {
                assertThat(part.saysTheSameAs(before)).as("nobody came to " + role + ", and it is not counted")
                        .isTrue();
            }
            return part;
        }

        /** What is told of both, by either role. */
        List<Integer> told() {
            return Stream.of(one.alsoExplored().get("other"), other.alsoExplored().get("one")).filter(Objects::nonNull)
                    .toList();
        }

        @Nullable
        Integer one() {
            return one.all() instanceof GroupCounts.Shown shown ? shown.respondents() : null;
        }
    }

    private static RolePart first(Map<String, Integer> sizes) {
        return publish(counts(sizes), null);
    }

    private static RolePart publish(RoleCounts counts, @Nullable RolePart before) {
        return SUPPRESSION.part("ux-designer", before == null ? 1 : before.snapshot() + 1, AT, 1, counts, NOBODY_ELSE,
                before);
    }

    private static RoleCounts counts(Map<String, ?> backgrounds) {
        Map<String, Group> groups = new HashMap<>();
        backgrounds.forEach((key, group) -> groups.put(key, group instanceof Group counted
                ? counted
                : group((Integer) group, Map.of("priority", (Integer) group))));
        return new RoleCounts(groups, Map.of(), Map.of(), Map.of());
    }

    private static RoleCounts countries(Map<String, Integer> sizes) {
        return new RoleCounts(groups(Map.of("a", sizes.values().stream().mapToInt(Integer::intValue).sum())), sizes,
                Map.of(), Map.of());
    }

    private static Map<String, Group> groups(Map<String, Integer> sizes) {
        Map<String, Group> groups = new HashMap<>();
        sizes.forEach((key, size) -> groups.put(key, group(size, Map.of("priority", size))));
        return groups;
    }

    /** Who answered a question all gave the same answer. */
    private static Group group(int respondents, Map<String, Integer> answered) {
        Map<String, Question> questions = new HashMap<>();
        answered.forEach((question, count) -> questions.put(question, new Question(count, Map.of("yes", count))));
        return new Group(respondents, questions);
    }

    private static Map<String, GroupCounts.AnswerCounts> questions(RolePart part) {
        return ((GroupCounts.Shown) part.all()).questions();
    }

    private static Map<String, String> sizes(RolePart part) {
        Map<String, String> sizes = new TreeMap<>();
        part.backgrounds().forEach((key, group) -> sizes.put(key, switch (group) {
            case GroupCounts.Suppressed _ -> "hidden";
            case GroupCounts.Shown shown -> String.valueOf(shown.respondents());
        }));
        return sizes;
    }
}
