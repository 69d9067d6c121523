package io.guidepost.figures;

import io.guidepost.content.FigureToken;
import io.guidepost.quiz.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Every figure that there is of a role, or of a background in it, in the quiz's order: as a token that leaves the role to its document. */
final class RoleFigures {

    /**
     * A figure.
     *
     * @param token as it is written between the braces
     * @param about what it tells something of, as it is shown: the label of an answer, or the words of a question
     */
    record Named(FigureToken token, String about) {}

    private RoleFigures() {}

    static List<Named> of(Quiz quiz, Quiz.Role role, Optional<Quiz.Background> background) {
        Optional<String> group = background.map(Quiz.Background::key);
        String label = background.map(Quiz.Background::label).orElse(role.label());
        List<Named> figures = new ArrayList<>();
        figures.add(new Named(new FigureToken.Respondents(group, Optional.empty(), OptionalInt.empty()), label));
        if (group.isEmpty()) {
            figures.add(new Named(new FigureToken.Recent(Optional.empty(), OptionalInt.empty()), label));
        }
        for (Quiz.Question question : quiz.questions()) {
            question.answers().forEach(answer -> of(question.key(), answer.key(), group)
                    .forEach(token -> figures.add(new Named(token, answer.label()))));
            for (int rank = 1; rank <= question.answers().size(); rank++) {
                figures.add(new Named(new FigureToken.Answer(question.key(), rank, group, Optional.empty()),
                        question.text()));
            }
        }
        return figures;
    }

    private static List<FigureToken> of(String question, String answer, Optional<String> group) {
        Optional<String> role = Optional.empty();
        return List.of(new FigureToken.Percent(question, answer, group, role),
                new FigureToken.Range(question, answer, group, role),
                new FigureToken.Rank(question, answer, group, role),
                new FigureToken.Count(question, answer, group, role, OptionalInt.empty()));
    }
}
