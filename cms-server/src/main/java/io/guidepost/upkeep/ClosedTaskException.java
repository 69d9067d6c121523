package io.guidepost.upkeep;

/** A review task cannot be closed, since it is not open any more. */
final class ClosedTaskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClosedTaskException(String state) {
        super("The task is " + state + " already; only an open one can be closed.");
    }
}
