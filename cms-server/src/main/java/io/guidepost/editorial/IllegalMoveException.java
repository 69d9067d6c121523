package io.guidepost.editorial;

/** A move that the workflow does not allow where the document stands. */
public final class IllegalMoveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IllegalMoveException(String move, Workflow from) {
        super("A document cannot " + move + " while it is " + switch (from) {
            case Workflow.Draft _ -> "a draft";
            case Workflow.InReview _ -> "in review";
            case Workflow.ChangesRequested _ -> "waiting for changes";
            case Workflow.Approved _ -> "approved";
        } + ".");
    }
}
