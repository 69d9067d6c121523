package io.guidepost.security;

/** There is no such person. */
final class UnknownPersonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPersonException() {
        super("There is no such person.");
    }
}
