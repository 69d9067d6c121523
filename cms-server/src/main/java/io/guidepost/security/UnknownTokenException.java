package io.guidepost.security;

/** There is no such token, or it is somebody else's. */
final class UnknownTokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownTokenException() {
        super("You have no such token.");
    }
}
