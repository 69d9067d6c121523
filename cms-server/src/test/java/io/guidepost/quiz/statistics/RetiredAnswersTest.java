package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.FigureToken;
import io.guidepost.quiz.Quiz;
import io.guidepost.storage.TestMongo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of answers that the quiz no longer offers. */
class RetiredAnswersTest {

    private static final Set<String> RETIRED = Set.of("own-business", "stable-job");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Statistics statistics;

    @BeforeEach
    void two_answers_are_retired_of_which_one_was_given() {
        statistics = Statistics.withQuiz(mongo.database());
        statistics.takers(12, "then", "student", "own-business", Statistics.NOW);
        Quiz first = Statistics.quiz();
        statistics.quizzes.store(new Quiz(2, first.backgrounds(), first.roles(), first.questions().stream()
                .map(RetiredAnswersTest::without).toList()));
        statistics.takers(8, "later", "student", "earn-more", Statistics.NOW);
    }

    private static Quiz.Question without(Quiz.Question question) {
        return new Quiz.Question(question.key(), question.text(), question.heading(), question.lead(),
                question.highlight(), question.multiple(), question.answers().stream().map(
                        answer -> new Quiz.Answer(answer.key(), answer.label(), RETIRED.contains(answer.key())))
                        .toList());
    }

    @Test
    void a_retired_answer_is_told_with_its_label_where_somebody_gave_it_and_nowhere_else() {
        List<AnswerStatistics> answers = statistics.snapshots.take().role("ux-designer").questions().getFirst()
                .answers();

        assertThat(answers).extracting(AnswerStatistics::answer).startsWith("own-business", "earn-more")
                .doesNotContain("stable-job").hasSize(6);
        assertThat(answers.getFirst().label()).isEqualTo("A business of my own");
        assertThat(answers.getFirst().count()).isEqualTo(12);
    }

    @Test
    void a_figure_may_name_it() {
        Snapshot snapshot = statistics.snapshots.take();

        assertThat(statistics.quizzes.current().problem(FigureToken.parse("percent priority/own-business"),
                "ux-designer")).isEmpty();
        assertThat(snapshot.resolve(FigureToken.parse("percent priority/own-business"), "ux-designer").text())
                .isEqualTo("60%");
        assertThat(snapshot.resolve(FigureToken.parse("percent priority/stable-job"), "ux-designer").suppressed())
                .isTrue();
    }
}
