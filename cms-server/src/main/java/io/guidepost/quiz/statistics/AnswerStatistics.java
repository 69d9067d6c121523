package io.guidepost.quiz.statistics;

import io.guidepost.content.Interval;
import io.guidepost.quiz.Quiz;
import org.jspecify.annotations.Nullable;

/**
 * How many of a group gave an answer.
 *
 * @param answer key
 * @param label as it is shown
 * @param count how many gave it
 * @param percent of those of the group who answered the question, in percent points, unrounded
 * @param display the share as it is shown: {@code 33%}
 * @param rank its place among the answers to the question, the most frequent first; 1 for that one, and no two the same
 * @param n how many of the group answered the question
 * @param interval what the share of everybody lies within
 * @param trend how many percent points more the share is than that of the period before; null: there is none to compare it with
 */
public record AnswerStatistics(String answer, String label, int count, double percent, String display, int rank, int n,
        Interval interval, @Nullable Double trend) {

    static AnswerStatistics of(Quiz.Answer answer, int count, int answered, int rank,
            GroupCounts.@Nullable AnswerCounts earlier, FigureFormat format) {
        double percent = percent(count, answered);
        Double trend = earlier == null
                ? null
                : percent - percent(earlier.answers().getOrDefault(answer.key(), 0), earlier.respondents());
        return new AnswerStatistics(answer.key(), answer.label(), count, percent, format.percent(count, answered), rank,
                answered, Wilson.interval(count, answered), trend);
    }

    private static double percent(int count, int answered) {
        return 100.0 * count / answered;
    }
}
