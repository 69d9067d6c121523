package io.guidepost.comparison;

/** A patch that has too many operations, or makes the content too large. */
public final class PatchTooLargeException extends PatchException {

    private static final long serialVersionUID = 1;

    PatchTooLargeException(int operation, String why) {
        super(operation, named(operation) + why);
    }
}
