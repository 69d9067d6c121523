package io.guidepost.release;

/** A release that says nothing, or contradicts itself. */
public final class MalformedReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedReleaseException(String message) {
        super(message);
    }
}
