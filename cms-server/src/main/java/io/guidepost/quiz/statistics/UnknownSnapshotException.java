package io.guidepost.quiz.statistics;

/** A snapshot that was never taken, or was dropped. */
public final class UnknownSnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownSnapshotException(int number) {
        super("There is no statistics snapshot " + number + ".");
    }
}
