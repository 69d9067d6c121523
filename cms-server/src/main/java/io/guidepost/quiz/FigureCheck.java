package io.guidepost.quiz;

import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.content.FigureToken.Part;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a figure token against the quiz; the first thing that is wrong is told, with what was probably meant. */
final class FigureCheck {

    private final Quiz quiz;
    private final @Nullable String documentRole;

    FigureCheck(Quiz quiz, @Nullable String documentRole) {
        this.quiz = quiz;
        this.documentRole = documentRole;
    }

    Optional<FigureProblem> problem(FigureToken token) {
        return switch (token) {
            case FigureToken.SiteRespondents _ -> Optional.empty();
            case FigureToken.SiteCountries _ -> Optional.empty();
            case FigureToken.Recent _,FigureToken.Respondents _ -> group(token);
            case FigureToken.Percent figure -> answer(figure.question(), figure.answer()).or(() -> group(token));
            case FigureToken.Range figure -> answer(figure.question(), figure.answer()).or(() -> group(token));
            case FigureToken.Rank figure -> answer(figure.question(), figure.answer()).or(() -> group(token));
            case FigureToken.Count figure -> answer(figure.question(), figure.answer()).or(() -> group(token));
            case FigureToken.Answer figure -> rank(figure.question(), figure.rank()).or(() -> group(token));
        };
    }

    /** In the order in which a token names them, which is the order in which they are read. */
    private Optional<FigureProblem> group(FigureToken token) {
        return token.background().flatMap(this::background).or(() -> role(token));
    }

    private Optional<FigureProblem> role(FigureToken token) {
        if (token.role().isPresent()) {
            return role(token.role().get()).map(message -> new FigureProblem(Part.ROLE, message));
        }
        return documentRole == null
                ? problem(Part.ROLE, "The document has no quiz role; name one: “" + token.text() + " for <role>”.")
                : role(documentRole).map(message -> new FigureProblem(Part.KIND,
                        "This is a figure of the document's own quiz role. " + message));
    }

    private Optional<String> role(String key) {
        return quiz.role(key).isPresent()
                ? Optional.empty()
                : Optional.of(UnknownKey.role(quiz, key));
    }

    private Optional<FigureProblem> background(String key) {
        return quiz.background(key).isPresent()
                ? Optional.empty()
                : problem(Part.BACKGROUND, UnknownKey.background(quiz, key));
    }

    private Optional<FigureProblem> answer(String question, String key) {
        return question(question, asked -> asked.answer(key).isPresent()
                ? Optional.empty()
                : problem(Part.ANSWER, UnknownKey.answer(asked, key)));
    }

    private Optional<FigureProblem> rank(String question, int rank) {
        return question(question, asked -> rank <= asked.answers().size()
                ? Optional.empty()
                : problem(Part.ANSWER, "The question “%s” has %d answers only.".formatted(question,
                        asked.answers().size())));
    }

    private Optional<FigureProblem> question(String key, Function<Quiz.Question, Optional<FigureProblem>> check) {
        return quiz.question(key).map(check).orElseGet(() -> problem(Part.QUESTION, UnknownKey.question(quiz, key)));
    }

    private static Optional<FigureProblem> problem(Part part, String message) {
        return Optional.of(new FigureProblem(part, message));
    }
}
