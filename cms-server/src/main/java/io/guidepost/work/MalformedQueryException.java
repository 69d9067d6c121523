package io.guidepost.work;

/** Work asked for in a way that means nothing. */
final class MalformedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedQueryException(String message) {
        super(message);
    }
}
