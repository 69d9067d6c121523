package io.guidepost.upkeep.drift;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import java.util.Optional;

/** What has become of the first place of an answer, which a sentence with its share may be built around. */
enum Lead {

    /** The answer is the most frequent one as before, or is not as before. */
    KEPT(""),
    /** It is the most frequent one and was not. */
    GAINED(", by now the most frequent answer"),
    /** It was the most frequent one and is not. */
    LOST(", no longer the most frequent answer");

    private final String words;

    Lead(String words) {
        this.words = words;
    }

    /** To follow what a figure was and is; nothing where nothing has changed. */
    String words() {
        return words;
    }

    /** The place of the answer that a figure tells how many gave; nothing of other figures, and of a rank, which tells it itself. */
    static Optional<FigureToken> place(FigureToken token) {
        return switch (token) {
            case FigureToken.Percent of -> Optional.of(new FigureToken.Rank(of.question(), of.answer(), of.background(),
                    of.role()));
            case FigureToken.Range of -> Optional.of(new FigureToken.Rank(of.question(), of.answer(), of.background(),
                    of.role()));
            case FigureToken.Count of -> Optional.of(new FigureToken.Rank(of.question(), of.answer(), of.background(),
                    of.role()));
            case FigureToken.Rank _,FigureToken.Answer _ -> Optional.empty();
            case FigureToken.Respondents _,FigureToken.Recent _ -> Optional.empty();
            case FigureToken.SiteRespondents _,FigureToken.SiteCountries _ -> Optional.empty();
        };
    }

    /** From the place that an answer had to the one that it has; a place that is not told is none. */
    static Lead between(Figure before, Figure now) {
        if (before.value() == null || now.value() == null || isFirst(before) == isFirst(now)) {
            return KEPT;
        }
        return isFirst(now) ? GAINED : LOST;
    }

    private static boolean isFirst(Figure place) {
        return place.value() != null && place.value() == 1;
    }
}
