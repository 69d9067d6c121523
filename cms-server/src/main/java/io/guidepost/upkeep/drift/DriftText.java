package io.guidepost.upkeep.drift;

import io.guidepost.quiz.statistics.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Tells people which figures have moved and what can be done. */
final class DriftText {

    private static final int MOST = 20;

    private DriftText() {}

    static String of(List<Movement> moved, Snapshot before, Snapshot now) {
        String figures = moved.stream().limit(MOST).map(Movement::text).collect(Collectors.joining("; "));
        String more = moved.size() > MOST ? "; and " + (moved.size() - MOST) + " more" : "";
        String words = moved.stream().anyMatch(Movement::isOfWords)
                ? " An answer is another one, so read the sentence around it first."
                : "";
        return ("Figures in what is live have moved from %s to %s: %s%s. Readers see the new ones already, and the words around them may not "
                + "hold any more.%s Correct the text, or close this task to confirm it as it is.")
                .formatted(name(before),
                        name(now), figures, more, words);
    }

    private static String name(Snapshot snapshot) {
        return "the statistics of " + LocalDate.ofInstant(snapshot.asOf(), ZoneOffset.UTC) + " (snapshot "
                + snapshot.number() + ")";
    }
}
