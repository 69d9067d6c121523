package io.guidepost.quiz;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of a group gave an answer.
 *
 * @param answer key
 * @param label as it is shown
 * @param count how many gave it
 * @param percent of those of the group who answered the question, in percent points, unrounded
 * @param display the share as it is shown: {@code 33%}
 */
public record AnswerStatistics(String answer, String label, int count, double percent, String display) {

    static AnswerStatistics of(Quiz.Answer answer, int count, int answered) {
        return new AnswerStatistics(answer.key(), answer.label(), count, 100.0 * count / answered,
                display(count, answered));
    }

    /** Rounds half up, from the counts: the percentage as a double may lie just below a half. */
    private static String display(int count, int answered) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(answered), 0, RoundingMode.HALF_UP) + "%";
    }
}
