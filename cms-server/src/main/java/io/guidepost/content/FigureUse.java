package io.guidepost.content;

/**
 * A figure in a document's text.
 *
 * @param pointer the text it stands in, as a JSON pointer
 * @param token which figure
 */
public record FigureUse(String pointer, FigureToken token) {}
