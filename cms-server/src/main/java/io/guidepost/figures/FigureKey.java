package io.guidepost.figures;

import io.guidepost.content.FigureToken;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which figure a token stands for, wherever it stands and however it is rounded.
 *
 * @param role the quiz role that it is about
 * @param token the token without its role and without the multiple that it is rounded down to
 */
record FigureKey(String role, FigureToken token) {

    /** The key of a token in a document; nothing for a figure of all takers, or of no role. */
    static Optional<FigureKey> of(FigureToken token, @Nullable String documentRole) {
        return token.isOfSite()
                ? Optional.empty()
                : token.role().or(() -> Optional.ofNullable(documentRole))
                        .map(role -> new FigureKey(role, bare(token)));
    }

    private static FigureToken bare(FigureToken token) {
        Optional<String> role = Optional.empty();
        return switch (token) {
            case FigureToken.Respondents figure -> new FigureToken.Respondents(figure.background(), role,
                    OptionalInt.empty());
            case FigureToken.Recent _ -> new FigureToken.Recent(role, OptionalInt.empty());
            case FigureToken.Percent figure -> new FigureToken.Percent(figure.question(), figure.answer(),
                    figure.background(), role);
            case FigureToken.Range figure -> new FigureToken.Range(figure.question(), figure.answer(),
                    figure.background(), role);
            case FigureToken.Rank figure -> new FigureToken.Rank(figure.question(), figure.answer(),
                    figure.background(), role);
            case FigureToken.Count figure -> new FigureToken.Count(figure.question(), figure.answer(),
                    figure.background(), role, OptionalInt.empty());
            case FigureToken.Answer figure -> new FigureToken.Answer(figure.question(), figure.rank(),
                    figure.background(), role);
            case FigureToken.SiteRespondents _,FigureToken.SiteCountries _ -> token;
        };
    }
}
