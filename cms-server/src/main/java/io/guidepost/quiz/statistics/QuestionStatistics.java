package io.guidepost.quiz.statistics;

import io.guidepost.quiz.Quiz;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a group to a question.
 *
 * @param question key
 * @param text the question's words
 * @param heading over the answers of a group
 * @param respondents how many of the group answered the question; null where suppressed
 * @param answers every answer of the quiz but retired ones that nobody of the group gave, the most frequent first, then in the quiz's
 *        order; empty where suppressed
 */
public record QuestionStatistics(String question, String text, String heading, @Nullable Integer respondents,
        List<AnswerStatistics> answers) {

    /** Copies the list. */
    public QuestionStatistics {
        answers = List.copyOf(answers);
    }

    /**
     * What a group answered.
     *
     * @param earlier the same group in the period before; null: there was none, or it was suppressed
     */
    static List<QuestionStatistics> of(GroupCounts.Shown group, GroupCounts.@Nullable Shown earlier, Quiz quiz,
            FigureFormat format) {
        return quiz.questions().stream()
                .map(question -> of(question, group.questions().get(question.key()),
                        earlier == null ? null : earlier.questions().get(question.key()), format))
                .toList();
    }

    private static QuestionStatistics of(Quiz.Question question, GroupCounts.@Nullable AnswerCounts counts,
            GroupCounts.@Nullable AnswerCounts earlier, FigureFormat format) {
        if (counts == null) {
            return new QuestionStatistics(question.key(), question.text(), question.heading(), null, List.of());
        }
        List<Quiz.Answer> ranked = question.answers().stream()
                .filter(answer -> !answer.retired() || count(answer, counts) > 0)
                .sorted(Comparator.comparingInt((Quiz.Answer answer) -> count(answer, counts)).reversed()).toList();
        List<AnswerStatistics> answers = IntStream.range(0, ranked.size())
                .mapToObj(index -> AnswerStatistics.of(ranked.get(index), count(ranked.get(index), counts),
                        counts.respondents(), index + 1, earlier, format))
                .toList();
        return new QuestionStatistics(question.key(), question.text(), question.heading(), counts.respondents(),
                answers);
    }

    private static int count(Quiz.Answer answer, GroupCounts.AnswerCounts counts) {
        return counts.answers().getOrDefault(answer.key(), 0);
    }

    /** Whether too few of the group answered the question for figures. */
    public boolean suppressed() {
        return respondents == null;
    }

    /** How many respondents the figures rest on; null where suppressed. */
    public @Nullable Integer n() {
        return respondents;
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
