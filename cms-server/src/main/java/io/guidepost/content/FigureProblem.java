package io.guidepost.content;

/**
 * What is wrong with a figure that is written as one should be.
 *
 * @param part the part of its token that is at fault
 * @param message what is wrong, as a sentence for the editor
 */
public record FigureProblem(FigureToken.Part part, String message) {}
