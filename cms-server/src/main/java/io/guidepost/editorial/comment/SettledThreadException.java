package io.guidepost.editorial.comment;

/** A thread that is resolved already, or open already; nothing has changed. */
final class SettledThreadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettledThreadException(String message) {
        super(message);
    }
}
