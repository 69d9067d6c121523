package io.guidepost.quiz;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the quiz takers who explore one role say.
 *
 * @param role key
 * @param respondents how many explore it; null where suppressed
 * @param recentRespondents how many of them answered in the 30 days before; null where suppressed
 * @param suppressed whether they are too few for figures
 * @param asOf when these figures were last computed: a snapshot takes over a role's figures that did not change
 * @param highlights the most frequent answers that open a guide
 * @param questions in the quiz's order; empty where suppressed
 * @param byBackground in the quiz's order, without backgrounds that nobody has
 */
public record RoleStatistics(String role, @Nullable Integer respondents, @Nullable Integer recentRespondents,
        boolean suppressed, Instant asOf, List<Highlight> highlights, List<QuestionStatistics> questions,
        List<BackgroundStatistics> byBackground) {

    /** Copies the lists. */
    public RoleStatistics {
        highlights = List.copyOf(highlights);
        questions = List.copyOf(questions);
        byBackground = List.copyOf(byBackground);
    }

    static RoleStatistics of(RolePart part, Quiz quiz, @Nullable RolePart earlier) {
        return switch (part.all()) {
            case GroupCounts.Suppressed ignored -> suppressed(part.role(), part.at());
            case GroupCounts.Shown all -> shown(part, all, quiz);
        };
    }

    private static RoleStatistics shown(RolePart part, GroupCounts.Shown all, Quiz quiz) {
        List<QuestionStatistics> questions = QuestionStatistics.of(all, quiz);
        return new RoleStatistics(part.role(), all.respondents(), part.recent(), false, part.at(),
                Highlight.of(questions, quiz), questions, BackgroundStatistics.of(part.backgrounds(), quiz));
    }

    /** Whether all figures are those of others, whenever they were computed. */
    boolean hasFiguresOf(RoleStatistics other) {
        return equals(other) || equals(new RoleStatistics(other.role, other.respondents, other.recentRespondents,
                other.suppressed, asOf, other.highlights, other.questions, other.byBackground));
    }

    static RoleStatistics suppressed(String role, Instant asOf) {
        return new RoleStatistics(role, null, null, true, asOf, List.of(), List.of(), List.of());
    }
}
