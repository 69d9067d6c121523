package io.guidepost.delivery.answer;

import org.jspecify.annotations.Nullable;

/**
 * What an answer is kept under: the request as it was sent. Two ways to send the same are two keys.
 *
 * @param request the query string of a GET, or the body of a POST, a character a byte
 * @param isGet which of the two
 * @param edition the edition that a header names; null: none
 * @param format what the client takes
 */
public record AnswerKey(String request, boolean isGet, @Nullable String edition, AnswerFormat format) {}
