package io.guidepost.release.plan;

/** A command based on a version of a plan that is not the current one any more; nothing has changed. */
public final class StalePlanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int current;

    StalePlanException(int expected, int current) {
        super("The command is based on version " + expected + ", and the planned release is at version " + current
                + ".");
        this.current = current;
    }

    /** The current version. */
    public int current() {
        return current;
    }
}
