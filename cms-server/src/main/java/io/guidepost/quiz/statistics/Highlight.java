package io.guidepost.quiz.statistics;

import io.guidepost.quiz.Quiz;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent answer to a question that opens a guide.
 *
 * @param question key
 * @param text the question's words
 * @param lead what leads into the answer in a sentence
 * @param answer the most frequent; null where suppressed
 */
public record Highlight(String question, String text, String lead, @Nullable AnswerStatistics answer) {

    /** Those of every such question of the quiz, in its order. */
    static List<Highlight> of(List<QuestionStatistics> questions, Quiz quiz) {
        return quiz.questions().stream().filter(Quiz.Question::highlight)
                .map(asked -> new Highlight(asked.key(), asked.text(), asked.lead(), questions.stream()
                        .filter(question -> question.question().equals(asked.key()))
                        .flatMap(question -> first(question.answers())).findFirst().orElse(null)))
                .toList();
    }

    private static Stream<AnswerStatistics> first(List<AnswerStatistics> answers) {
        return answers.stream().limit(1);
    }

    /** Whether too few answered the question for figures. */
    public boolean suppressed() {
        return answer == null;
    }

    /** How many answered the question; null where suppressed. */
    public @Nullable Integer n() {
        return answer == null ? null : answer.n();
    }
}
