package io.guidepost.web;

/** A list asked for in a way that means nothing: answered with 400 and {@code malformed-query}. */
public final class MalformedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Refuses a query.
     *
     * @param message which parameter is wrong and what it must be, in a sentence
     */
    public MalformedQueryException(String message) {
        super(message);
    }
}
