package io.guidepost.release;

/** A release that has not been made. */
public final class UnknownReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownReleaseException(int release, int latest) {
        super("There is no release " + release + "; the newest is " + latest + ".");
    }
}
