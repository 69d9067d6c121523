package io.guidepost.quiz;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a group to a question.
 *
 * @param question key
 * @param text the question's words
 * @param heading over the answers of a group
 * @param respondents how many of the group answered the question; null where suppressed
 * @param answers every answer of the quiz, the most frequent first, then in the quiz's order; empty where suppressed
 */
public record QuestionStatistics(String question, String text, String heading, @Nullable Integer respondents,
        List<AnswerStatistics> answers) {

    /** Copies the list. */
    public QuestionStatistics {
        answers = List.copyOf(answers);
    }

    static List<QuestionStatistics> of(GroupCounts.Shown group, Quiz quiz) {
        return quiz.questions().stream().map(question -> of(question, group.questions().get(question.key()))).toList();
    }

    private static QuestionStatistics of(Quiz.Question question, GroupCounts.@Nullable AnswerCounts counts) {
        if (counts == null) {
            return new QuestionStatistics(question.key(), question.text(), question.heading(), null, List.of());
        }
        List<AnswerStatistics> answers = question.answers()
                .stream()
                .map(answer -> AnswerStatistics.of(answer, counts.answers().getOrDefault(answer.key(), 0),
                        counts.respondents()))
                .sorted(Comparator.comparingInt(AnswerStatistics::count).reversed())
                .toList();
        return new QuestionStatistics(question.key(), question.text(), question.heading(), counts.respondents(),
                answers);
    }

    /**
     * An answer by its key.
     *
     * @param key of the answer
     * @return its statistics, or nothing if suppressed or unknown
     */
    public Optional<AnswerStatistics> answer(String key) {
        return answers.stream().filter(answer -> answer.answer().equals(key)).findFirst();
    }
}
