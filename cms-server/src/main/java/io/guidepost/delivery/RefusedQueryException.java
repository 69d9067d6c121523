package io.guidepost.delivery;

/** A query that asks for what it may not or for what there is not; the message is for the client. */
final class RefusedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedQueryException(String message) {
        super(message);
    }
}
