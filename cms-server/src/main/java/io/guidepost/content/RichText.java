package io.guidepost.content;

import java.util.List;

/**
 * A text in every form that is delivered.
 *
 * @param markdown as it was written
 * @param html sanitised HTML, safe to put into a page as it is
 * @param text the words alone, figures among them and citations left out, one line a block
 * @param figures the figures in the order of the text
 * @param citations the cited sources, each once, in the order of their numbers
 */
public record RichText(String markdown, String html, String text, List<Figure> figures, List<Citation> citations) {

    public RichText {
        figures = List.copyOf(figures);
        citations = List.copyOf(citations);
    }
}
