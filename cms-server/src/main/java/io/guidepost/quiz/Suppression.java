package io.guidepost.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which groups are too small to be shown. It is asked when a snapshot is made and nowhere else; what it hides is
 * not stored, so that no reader can get round it.
 *
 * @param below groups of fewer respondents than this give no figure
 */
record Suppression(int below) {

    Suppression {
        if (below < 1) {
            throw new IllegalArgumentException("guidepost.quiz.suppress-below must be 1 at least");
        }
    }

    boolean hides(int respondents) {
        return respondents < below;
    }

    RolePart part(String role, int snapshot, Instant at, int quizVersion, RoleCounts counts,
            Map<String, Integer> respondents, @Nullable RolePart before) {
        RoleCounts.Group all = counts.all();
        int recent = counts.recent(LocalDate.ofInstant(at, ZoneOffset.UTC));
        Map<String, GroupCounts> backgrounds = new HashMap<>();
        if (!hides(all.respondents())) {
            counts.backgrounds().forEach((key, group) -> backgrounds.put(key, shown(group)));
        }
        return new RolePart(role, snapshot, at, quizVersion, below, shown(all), hides(all.respondents()) || hides(
                recent) ? null : recent, backgrounds);
    }

    private GroupCounts shown(RoleCounts.Group group) {
        if (hides(group.respondents())) {
            return new GroupCounts.Suppressed();
        }
        Map<String, GroupCounts.AnswerCounts> questions = new HashMap<>();
        group.questions().forEach((key, question) -> {
            if (!hides(question.respondents())) {
                questions.put(key, new GroupCounts.AnswerCounts(question.respondents(), question.answers()));
            }
        });
        return new GroupCounts.Shown(group.respondents(), questions);
    }
}
