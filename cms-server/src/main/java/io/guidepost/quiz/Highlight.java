package io.guidepost.quiz;

/**
 * The most frequent answer to a question that opens a guide.
 *
 * @param question key
 * @param text the question's words
 * @param lead what leads into the answer in a sentence
 * @param answer the most frequent
 */
public record Highlight(String question, String text, String lead, AnswerStatistics answer) {}
