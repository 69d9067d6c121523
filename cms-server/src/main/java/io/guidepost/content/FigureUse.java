package io.guidepost.content;

import java.util.List;

/**
 * A figure token in a document's content.
 *
 * @param pointer the rich text field that holds it, as a JSON pointer
 * @param token the token
 * @param written what stands between the braces
 * @param places where each line of it begins in the text, the first one with its braces
 */
public record FigureUse(String pointer, FigureToken token, String written, List<TextPlace> places) {

    /** Copies the list. */
    public FigureUse {
        places = List.copyOf(places);
    }

    /** What is wrong with it, with its place: {@code Line 2, column 14: The quiz has no role “pilot”.}. */
    public String sentence(FigureProblem problem) {
        return TextPlace.within(places, FigureSyntax.OPENING + written,
                FigureSyntax.OPENING.length() + FigureToken.position(written, problem.part())) + ": "
                + problem.message();
    }
}
