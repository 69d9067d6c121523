package io.guidepost.quiz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the respondents with one background.
 *
 * @param background key
 * @param label in the singular, as in a sentence
 * @param respondents how many; null where suppressed
 * @param suppressed whether they are too few for figures
 * @param questions in the quiz's order; empty where suppressed
 */
public record BackgroundStatistics(String background, String label, @Nullable Integer respondents, boolean suppressed,
        List<QuestionStatistics> questions) {

    /** Copies the list. */
    public BackgroundStatistics {
        questions = List.copyOf(questions);
    }
}
