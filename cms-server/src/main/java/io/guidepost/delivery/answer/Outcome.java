package io.guidepost.delivery.answer;

/**
 * What running a request comes to.
 *
 * @param <R> what is said to those that could not be run, or not without errors
 */
public sealed interface Outcome<R> {

    /** It has an answer. */
    record Answered<R>(Answer answer) implements Outcome<R> {}

    /** It has none; what is said to this request is nobody else's. */
    record Refused<R>(R refusal) implements Outcome<R> {}
}
