package io.guidepost.content;

/** SDL that is no content model. */
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidModelException(String message) {
        super(message);
    }
}
