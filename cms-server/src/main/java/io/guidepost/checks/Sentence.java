package io.guidepost.checks;

import io.guidepost.content.FigureToken;
import java.util.List;
import java.util.Set;

/**
 * A sentence, or a heading, bullet or label that stands for one.
 *
 * @param pointer the text that holds it, as a JSON pointer
 * @param rich whether the text can hold figures and citations
 * @param text its words, {@link #TOKEN} where a figure stands; citations are left out
 * @param bare the same, with {@link #MASK} for every character of a link's words or of code
 * @param tokens its figures, in order
 * @param sources the slugs of the sources that it cites
 */
record Sentence(String pointer, boolean rich, String text, String bare, List<FigureToken> tokens,
        Set<String> sources) {

    static final char TOKEN = '\uFFFC';
    static final char MASK = '\u25A1';

    Sentence {
        tokens = List.copyOf(tokens);
        sources = Set.copyOf(sources);
    }
}
