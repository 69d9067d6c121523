package io.guidepost.delivery.chart;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.UnknownKey;
import io.guidepost.quiz.statistics.BackgroundStatistics;
import io.guidepost.quiz.statistics.QuestionStatistics;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.web.MalformedQueryException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds what a chart says. What there is to ask for follows from the newest quiz, which has every key that an older one had; the words are
 * those of the quiz that the snapshot was counted by, so that the chart of a snapshot stays as it is.
 */
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
        Quiz newest = quizzes.latest().orElseThrow(
                () -> new UnknownChartException("There is no quiz yet, so there are no charts."));
        Quiz.Role role = newest.role(name.role()).orElseThrow(
                () -> new UnknownChartException(UnknownKey.role(newest, name.role())));
        Quiz.Question question = newest.question(name.question()).orElseThrow(
                () -> new UnknownChartException(UnknownKey.question(newest, name.question())));
        Wording wording = new Wording(newest, snapshot);
        String title = wording.of(quiz -> quiz.question(question.key())).text();
        String group = wording.of(quiz -> quiz.role(role.key())).label();
        RoleStatistics statistics = snapshot.role(role.key());
        String key = name.background();
        if (key == null) {
            return chart(name, title, group, statistics, statistics.questions(), snapshot);
        }
        if (newest.background(key).isEmpty()) {
            throw new MalformedQueryException(UnknownKey.background(newest, key));
        }
        return chart(name, title, group + " · " + wording.of(quiz -> quiz.background(key)).label(), statistics,
                statistics.byBackground().stream().filter(some -> some.background().equals(key)).findFirst()
                        .map(BackgroundStatistics::questions).orElse(List.of()),
                snapshot);
    }

    private static Chart chart(ChartName name, String title, String group, RoleStatistics role,
            List<QuestionStatistics> answered, Snapshot snapshot) {
        for (QuestionStatistics statistics : answered) {
            Integer respondents = statistics.respondents();
            if (statistics.question().equals(name.question()) && respondents != null
                    && !statistics.answers().isEmpty()) {
                return new Chart.Bars(name, title, group, respondents, role.asOf(), statistics.answers(),
                        snapshot::number);
            }
        }
        return new Chart.TooFew(name, title, group, role.asOf());
    }

    /** The words of the quiz that a snapshot was counted by, and for what it did not have yet, of the first one that has it. */
    private final class Wording {

        private final Quiz newest;
        private final int first;

        Wording(Quiz newest, Snapshot snapshot) {
            this.newest = newest;
            this.first = Math.max(1, snapshot.quizVersion());
        }

        <T> T of(Function<Quiz, Optional<T>> item) {
            return IntStream.rangeClosed(first, newest.version()).mapToObj(quizzes::version).flatMap(Optional::stream)
                    .map(item)
                    .flatMap(Optional::stream).findFirst().or(() -> item.apply(newest)).orElseThrow();
        }
    }
}
