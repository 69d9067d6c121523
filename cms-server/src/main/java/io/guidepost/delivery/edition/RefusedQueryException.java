package io.guidepost.delivery.edition;

/** A query that asks for what it may not or for what there is not; the message is for the client. */
public final class RefusedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedQueryException(String message) {
        super(message);
    }
}
