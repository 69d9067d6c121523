package io.guidepost.quiz;

import io.guidepost.content.FigureToken;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a figure token against the quiz; the first thing that is wrong is told. */
final class FigureCheck {

    private final Quiz quiz;
    private final @Nullable String documentRole;

    FigureCheck(Quiz quiz, @Nullable String documentRole) {
        this.quiz = quiz;
        this.documentRole = documentRole;
    }

    Optional<String> problem(FigureToken token) {
        return switch (token) {
            case FigureToken.SiteRespondents _ -> Optional.empty();
            case FigureToken.SiteCountries _ -> Optional.empty();
            case FigureToken.Recent _ -> role(token);
            case FigureToken.Respondents figure -> role(token).or(() -> background(figure.background()));
            case FigureToken.Percent figure -> role(token).or(() -> background(figure.background()))
                    .or(() -> answer(figure.question(), figure.answer()));
            case FigureToken.Count figure -> role(token).or(() -> background(figure.background()))
                    .or(() -> answer(figure.question(), figure.answer()));
            case FigureToken.Answer figure -> role(token).or(() -> background(figure.background()))
                    .or(() -> rank(figure.question(), figure.rank()));
        };
    }

    private Optional<String> role(FigureToken token) {
        String role = token.role().orElse(documentRole);
        if (role == null) {
            return Optional.of("The document has no quiz role; name one: “" + token.text() + " for <role>”.");
        }
        return quiz.role(role).isPresent() ? Optional.empty() : Optional.of("The quiz has no role “" + role + "”.");
    }

    private Optional<String> background(Optional<String> background) {
        return background.filter(key -> quiz.background(key).isEmpty())
                .map(key -> "The quiz has no background “" + key + "”.");
    }

    private Optional<String> answer(String question, String answer) {
        return question(question, asked -> asked.answer(answer).isPresent()
                ? Optional.empty()
                : Optional.of("The question “" + question + "” has no answer “" + answer + "”."));
    }

    private Optional<String> rank(String question, int rank) {
        return question(question, asked -> rank <= asked.answers().size()
                ? Optional.empty()
                : Optional.of("The question “%s” has %d answers only.".formatted(question, asked.answers().size())));
    }

    private Optional<String> question(String key, Function<Quiz.Question, Optional<String>> check) {
        return quiz.question(key).map(check).orElse(Optional.of("The quiz has no question “" + key + "”."));
    }
}
