package io.guidepost.comparison;

/** What was sent is no patch, or no patch of a document's content. */
public final class MalformedPatchException extends PatchException {

    private static final long serialVersionUID = 1;

    MalformedPatchException(int operation, String why) {
        super(operation, named(operation) + why);
    }
}
