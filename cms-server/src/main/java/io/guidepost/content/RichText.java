package io.guidepost.content;

import java.util.List;

/**
 * A rich text in every form.
 *
 * @param markdown as it was written
 * @param html sanitised HTML
 * @param text the words alone, blocks on lines of their own
 * @param figures in the order of the text
 * @param citations in the order of the text, one for each place
 */
public record RichText(String markdown, String html, String text, List<Figure> figures, List<Citation> citations) {}
