package io.guidepost.quiz.statistics;

import io.guidepost.quiz.Quiz;
import java.util.List;

/**
 * The most frequent answer to a question that opens a guide.
 *
 * @param question key
 * @param text the question's words
 * @param lead what leads into the answer in a sentence
 * @param answer the most frequent
 */
public record Highlight(String question, String text, String lead, AnswerStatistics answer) {

    static List<Highlight> of(List<QuestionStatistics> questions, Quiz quiz) {
        return questions.stream()
                .filter(question -> !question.answers().isEmpty())
                .flatMap(question -> quiz.question(question.question())
                        .filter(Quiz.Question::highlight)
                        .map(asked -> new Highlight(asked.key(), asked.text(), asked.lead(),
                                question.answers().getFirst()))
                        .stream())
                .toList();
    }
}
