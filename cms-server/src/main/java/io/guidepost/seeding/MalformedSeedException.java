package io.guidepost.seeding;

/** A content file that is not of the form it must be. */
final class MalformedSeedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedSeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
