package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.guidepost.content.Provenance;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.statistics.GroupCounts.AnswerCounts;
import io.guidepost.quiz.statistics.GroupCounts.Shown;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows from the counts of a role. */
class RoleStatisticsTest {

    private static final Quiz QUIZ = Statistics.quiz();
    private static final GroupCounts HIDDEN = new GroupCounts.Suppressed();

    @Test
    void answers_are_ranked_by_count_and_then_in_the_order_of_the_quiz() {
        QuestionStatistics priority = priority(
                group(20, "stable-job", 5, "earn-more", 5, "own-business", 9, "meaningful-work", 1), null);

        assertThat(priority.answers()).extracting(AnswerStatistics::answer, AnswerStatistics::rank,
                AnswerStatistics::count)
                .containsExactly(tuple("own-business", 1, 9), tuple("earn-more", 2, 5), tuple("stable-job", 3, 5),
                        tuple("meaningful-work", 4, 1), tuple("flexible-remote", 5, 0),
                        tuple("creative-projects", 6, 0), tuple("learn-new-field", 7, 0));
    }

    @Test
    void a_share_comes_with_its_interval_and_what_it_rests_on() {
        QuestionStatistics priority = priority(group(101, "earn-more", 33), null);

        assertThat(priority.suppressed()).isFalse();
        assertThat(priority.n()).isEqualTo(101);
        assertThat(priority.answer("earn-more")).hasValueSatisfying(answer -> {
            assertThat(answer.n()).isEqualTo(101);
            assertThat(answer.interval()).isEqualTo(Wilson.interval(33, 101));
        });
    }

    @Test
    void a_question_that_is_suppressed_rests_on_nothing_that_is_told() {
        QuestionStatistics strength = statistics(part(group(101, "earn-more", 33), Map.of()), null).questions().get(1);

        assertThat(strength.suppressed()).isTrue();
        assertThat(strength.n()).isNull();
        assertThat(strength.answers()).isEmpty();
    }

    @Test
    void a_trend_is_the_difference_of_the_shares() {
        QuestionStatistics priority = priority(group(40, "earn-more", 14, "stable-job", 4),
                group(25, "earn-more", 5, "own-business", 5));

        assertThat(trend(priority, "earn-more")).isEqualTo(15, within(1e-9));
        assertThat(trend(priority, "stable-job")).as("nobody gave it before").isEqualTo(10, within(1e-9));
        assertThat(trend(priority, "own-business")).as("nobody gives it").isEqualTo(-20, within(1e-9));
        assertThat(trend(priority, "meaningful-work")).isZero();
    }

    @Test
    void there_is_no_trend_where_nothing_was_told_before() {
        GroupCounts now = group(40, "earn-more", 14);

        assertThat(trend(priority(now, null), "earn-more")).isNull();
        assertThat(trend(priority(now, HIDDEN), "earn-more")).isNull();
        assertThat(trend(priority(now, new Shown(25, Map.of())), "earn-more")).isNull();
        assertThat(trend(statistics(part(now, Map.of()), null).questions().getFirst(), "earn-more")).isNull();
    }

    @Test
    void a_background_has_a_trend_of_its_own() {
        GroupCounts all = group(100, "earn-more", 50);
        RolePart now = part(all, Map.of("student", group(10, "earn-more", 6), "employed", group(10, "earn-more", 6),
                "freelancer", group(10, "earn-more", 6)));
        RolePart earlier = part(group(50, "earn-more", 50),
                Map.of("student", group(20, "earn-more", 8), "employed", HIDDEN));

        assertThat(statistics(now, earlier).byBackground())
                .extracting(BackgroundStatistics::background, background -> trend(background.questions().getFirst(),
                        "earn-more"))
                .containsExactly(tuple("student", 20.0), tuple("employed", null), tuple("freelancer", null));
    }

    @Test
    void figures_tell_which_snapshot_counted_them_by_which_quiz() {
        Provenance counted = new Provenance(12, 1, "for ai-specialist");

        assertThat(statistics(part(group(40, "earn-more", 14), Map.of()), null).provenance()).isEqualTo(counted);
        assertThat(statistics(part(HIDDEN, Map.of()), null).provenance()).isEqualTo(counted);
    }

    @Test
    void figures_are_the_same_whenever_and_in_whichever_snapshot_they_were_counted() {
        GroupCounts all = group(40, "earn-more", 14);
        RoleStatistics one = statistics(part(all, Map.of()), null);
        RoleStatistics other = RoleStatistics.of(part(all, Map.of()).in(13, Instant.EPOCH), QUIZ, null,
                FigureFormat.of("en"));

        assertThat(one).isNotEqualTo(other);
        assertThat(one.hasFiguresOf(other)).isTrue();
        assertThat(one.hasFiguresOf(statistics(part(group(41, "earn-more", 14), Map.of()), null))).isFalse();
    }

    @Test
    void shares_are_shown_in_the_language_of_the_server() {
        RoleStatistics statistics = RoleStatistics.of(part(group(40, "earn-more", 14), Map.of()), QUIZ, null,
                FigureFormat.of("de"));

        assertThat(statistics.highlights().getFirst().answer().display()).isEqualTo("35\u00a0%");
    }

    private static QuestionStatistics priority(GroupCounts all, @Nullable GroupCounts earlier) {
        return statistics(part(all, Map.of()), earlier == null ? null : part(earlier, Map.of())).questions().getFirst();
    }

    private static RoleStatistics statistics(RolePart part, @Nullable RolePart earlier) {
        return RoleStatistics.of(part, QUIZ, earlier, FigureFormat.of("en"));
    }

    private static RolePart part(GroupCounts all, Map<String, GroupCounts> backgrounds) {
        return new RolePart("ai-specialist", 12, Statistics.NOW, 1, 5, all, 7, backgrounds, Map.of(), 3, Map.of(),
                RolePart.Memory.NONE);
    }

    /** Answers to the first question, each with its count. */
    private static GroupCounts group(int respondents, Object... answers) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            counts.put((String) answers[i], (Integer) answers[i + 1]);
        }
        return new Shown(respondents, Map.of("priority", new AnswerCounts(respondents, counts)));
    }

    private static @Nullable Double trend(QuestionStatistics question, String answer) {
        return question.answer(answer).orElseThrow().trend();
    }
}
