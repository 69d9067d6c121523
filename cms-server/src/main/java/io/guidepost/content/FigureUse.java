package io.guidepost.content;

/**
 * A figure token in a document's content.
 *
 * @param pointer the rich text field that holds it, as a JSON pointer
 * @param token the token
 */
public record FigureUse(String pointer, FigureToken token) {}
