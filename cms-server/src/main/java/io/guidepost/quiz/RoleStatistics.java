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
 * @param byBackground in the quiz's order, without backgrounds that nobody has; empty where all of them are suppressed
 * @param countries where enough of them come from, the most frequent first, then by code
 * @param countryCount how many countries they come from, those that are not shown among them; null where suppressed
 * @param alsoExplored what else enough of them explore, the most frequent first, then in the quiz's order
 */
public record RoleStatistics(String role, @Nullable Integer respondents, @Nullable Integer recentRespondents,
        boolean suppressed, Instant asOf, List<Highlight> highlights, List<QuestionStatistics> questions,
        List<BackgroundStatistics> byBackground, List<CountryCount> countries, @Nullable Integer countryCount,
        List<CoInterest> alsoExplored) {

    /** Copies the lists. */
    public RoleStatistics {
        highlights = List.copyOf(highlights);
        questions = List.copyOf(questions);
        byBackground = List.copyOf(byBackground);
        countries = List.copyOf(countries);
        alsoExplored = List.copyOf(alsoExplored);
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
                Highlight.of(questions, quiz), questions, BackgroundStatistics.of(part.backgrounds(), quiz),
                CountryCount.of(part.countries()), part.countryCount(),
                CoInterest.of(part, all.respondents(), quiz));
    }

    /** Whether all figures are those of others, whenever they were computed. */
    boolean hasFiguresOf(RoleStatistics other) {
        return equals(other) || equals(new RoleStatistics(other.role, other.respondents, other.recentRespondents,
                other.suppressed, asOf, other.highlights, other.questions, other.byBackground, other.countries,
                other.countryCount, other.alsoExplored));
    }

    static RoleStatistics suppressed(String role, Instant asOf) {
        return new RoleStatistics(role, null, null, true, asOf, List.of(), List.of(), List.of(), List.of(), null,
                List.of());
    }
}
