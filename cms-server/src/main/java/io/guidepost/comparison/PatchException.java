package io.guidepost.comparison;

import java.util.OptionalInt;

/** A patch that cannot be applied; nothing has changed. */
public abstract sealed class PatchException extends RuntimeException
        permits MalformedPatchException, PathNotFoundException, FailedTestException, PatchTooLargeException {

    private static final long serialVersionUID = 1;

    private final int operation;

    PatchException(int operation, String message) {
        super(message);
        this.operation = operation;
    }

    /** The index of the operation at fault, from 0; none if it is the patch as a whole. */
    public OptionalInt operation() {
        return operation < 0 ? OptionalInt.empty() : OptionalInt.of(operation);
    }

    static String named(int operation) {
        return operation < 0 ? "The patch " : "Operation " + operation + " of the patch ";
    }
}
