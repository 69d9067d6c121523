package io.guidepost.delivery.chart;

import io.guidepost.content.Words;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.statistics.BackgroundStatistics;
import io.guidepost.quiz.statistics.QuestionStatistics;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.web.MalformedQueryException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a chart says. What there is to ask for follows from the newest quiz, which has every key that an older one had. */
@Component
class Charts {

    private final Quizzes quizzes;

    Charts(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    /**
     * The chart of that name, of the figures of one snapshot.
     *
     * @throws UnknownChartException if there is no such role or question
     * @throws MalformedQueryException if there is no such background
     */
    Chart of(ChartName name, Snapshot snapshot) {
        Optional<Quiz> quiz = quizzes.latest();
        List<Quiz.Role> roles = quiz.map(Quiz::roles).orElse(List.of());
        Quiz.Role role = roles.stream().filter(one -> one.key().equals(name.role())).findFirst().orElseThrow(
                () -> new UnknownChartException(unknown("role", name.role(), roles.stream().map(Quiz.Role::key)
                        .toList())));
        List<Quiz.Question> questions = quiz.map(Quiz::questions).orElse(List.of());
        Quiz.Question question = questions.stream().filter(one -> one.key().equals(name.question())).findFirst()
                .orElseThrow(() -> new UnknownChartException(unknown("question", name.question(), questions.stream()
                        .map(Quiz.Question::key).toList())));
        RoleStatistics statistics = snapshot.role(name.role());
        String key = name.background();
        if (key == null) {
            return chart(name, question, role.label(), statistics, statistics.questions());
        }
        List<Quiz.Background> backgrounds = quiz.map(Quiz::backgrounds).orElse(List.of());
        Quiz.Background background = backgrounds.stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> new MalformedQueryException(unknown("background", key, backgrounds.stream()
                        .map(Quiz.Background::key).toList())));
        return chart(name, question, role.label() + " · " + background.label(), statistics, statistics.byBackground()
                .stream().filter(group -> group.background().equals(key)).findFirst()
                .map(BackgroundStatistics::questions).orElse(List.of()));
    }

    private static Chart chart(ChartName name, Quiz.Question question, String group, RoleStatistics role,
            List<QuestionStatistics> answered) {
        for (QuestionStatistics statistics : answered) {
            Integer respondents = statistics.respondents();
            if (statistics.question().equals(name.question()) && respondents != null
                    && !statistics.answers().isEmpty()) {
                return new Chart.Bars(name, statistics.text(), group, respondents, role.asOf(), statistics.answers());
            }
        }
        return new Chart.TooFew(name, question.text(), group, role.asOf());
    }

    private static String unknown(String what, String key, List<String> known) {
        return "The quiz has no " + what + " " + Words.quoted(key) + "." + Words.closest(key, known)
                .map(closest -> " Did you mean " + Words.quoted(closest) + "?").orElse("");
    }
}
