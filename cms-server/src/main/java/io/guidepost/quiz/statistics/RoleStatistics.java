package io.guidepost.quiz.statistics;

import io.guidepost.content.Provenance;
import io.guidepost.quiz.Quiz;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the quiz takers who explore one role say.
 *
 * @param role key
 * @param respondents how many explore it; null where suppressed
 * @param recentRespondents how many of them answered on the day (UTC) of the snapshot or one of the 30 days before it; null where suppressed
 * @param suppressed whether they are too few for figures
 * @param asOf when these figures were last computed: a snapshot takes over a role's figures that did not change
 * @param highlights the most frequent answer to each question that opens a guide, in the quiz's order, those that are suppressed among
 *            them
 * @param questions in the quiz's order; empty where suppressed
 * @param byBackground in the quiz's order, without backgrounds that nobody has; empty where all of them are suppressed
 * @param countries where enough of them come from, the most frequent first, then by code
 * @param countryCount how many countries they come from, those that are not shown among them; null where suppressed
 * @param alsoExplored what else enough of them explore, the most frequent first, then in the quiz's order
 * @param provenance where the figures come from
 */
public record RoleStatistics(String role, @Nullable Integer respondents, @Nullable Integer recentRespondents,
        boolean suppressed, Instant asOf, List<Highlight> highlights, List<QuestionStatistics> questions,
        List<BackgroundStatistics> byBackground, List<CountryCount> countries, @Nullable Integer countryCount,
        List<CoInterest> alsoExplored, Provenance provenance) {

    /** Copies the lists. */
    public RoleStatistics {
        highlights = List.copyOf(highlights);
        questions = List.copyOf(questions);
        byBackground = List.copyOf(byBackground);
        countries = List.copyOf(countries);
        alsoExplored = List.copyOf(alsoExplored);
    }

    /**
     * The statistics that a part of a snapshot stands for.
     *
     * @param quiz the version of the quiz that the part was counted by
     * @param earlier the role's part in the period before, which trends are told against; null: there is none
     * @param format how figures read
     */
    static RoleStatistics of(RolePart part, Quiz quiz, @Nullable RolePart earlier, FigureFormat format) {
        return switch (part.all()) {
            case GroupCounts.Suppressed ignored -> suppressed(part.role(), part.at(), provenance(part),
                    Highlight.of(List.of(), quiz));
            case GroupCounts.Shown all -> shown(part, all, quiz, earlier, format);
        };
    }

    private static RoleStatistics shown(RolePart part, GroupCounts.Shown all, Quiz quiz, @Nullable RolePart earlier,
            FigureFormat format) {
        List<QuestionStatistics> questions = QuestionStatistics.of(all,
                earlier == null ? null : GroupCounts.shown(earlier.all()), quiz, format);
        return new RoleStatistics(part.role(), all.respondents(), part.recent(), false, part.at(),
                Highlight.of(questions, quiz), questions, BackgroundStatistics.of(part.backgrounds(),
                        earlier == null ? Map.of() : earlier.backgrounds(), quiz, format),
                CountryCount.of(part.countries()), part.countryCount(),
                CoInterest.of(part, all.respondents(), quiz), provenance(part));
    }

    private static Provenance provenance(RolePart part) {
        return new Provenance(part.snapshot(), part.quizVersion(), "for " + part.role());
    }

    /** Whether all figures are those of others, whenever they were computed. */
    boolean hasFiguresOf(RoleStatistics other) {
        return equals(other) || equals(new RoleStatistics(other.role, other.respondents, other.recentRespondents,
                other.suppressed, asOf, other.highlights, other.questions, other.byBackground, other.countries,
                other.countryCount, other.alsoExplored, provenance));
    }

    static RoleStatistics suppressed(String role, Instant asOf, Provenance provenance, List<Highlight> highlights) {
        return new RoleStatistics(role, null, null, true, asOf, highlights, List.of(), List.of(), List.of(), null,
                List.of(), provenance);
    }
}
