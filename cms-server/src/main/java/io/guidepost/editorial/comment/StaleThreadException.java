package io.guidepost.editorial.comment;

/** A change based on a version of a thread that is not the current one any more; nothing has changed. */
final class StaleThreadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StaleThreadException(int expected, int current) {
        super("The change is based on version " + expected + " of the thread, which is at version " + current + ".");
    }
}
