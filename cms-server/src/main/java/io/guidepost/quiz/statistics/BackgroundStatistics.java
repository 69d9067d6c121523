package io.guidepost.quiz.statistics;

import io.guidepost.quiz.Quiz;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    static List<BackgroundStatistics> of(Map<String, GroupCounts> backgrounds,
            Map<String, GroupCounts> earlier, Quiz quiz, FigureFormat format) {
        return quiz.backgrounds()
                .stream()
                .flatMap(background -> Stream.ofNullable(backgrounds.get(background.key()))
                        .map(counts -> of(background, counts,
                                GroupCounts.shown(earlier.get(background.key())), quiz, format)))
                .toList();
    }

    private static BackgroundStatistics of(Quiz.Background background, GroupCounts counts,
            GroupCounts.@Nullable Shown earlier, Quiz quiz, FigureFormat format) {
        return switch (counts) {
            case GroupCounts.Suppressed ignored -> new BackgroundStatistics(background.key(), background.label(), null,
                    true, List.of());
            case GroupCounts.Shown shown -> new BackgroundStatistics(background.key(), background.label(),
                    shown.respondents(), false, QuestionStatistics.of(shown, earlier, quiz, format));
        };
    }
}
