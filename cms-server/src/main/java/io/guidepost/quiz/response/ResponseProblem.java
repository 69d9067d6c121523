package io.guidepost.quiz.response;

/**
 * What is wrong with a response that was sent.
 *
 * @param line of the body, counted from 1
 * @param pointer JSON pointer (RFC 6901) into that line's object; empty for the whole of it
 * @param code stable, words joined by hyphens
 * @param message a sentence
 */
public record ResponseProblem(int line, String pointer, String code, String message) {}
