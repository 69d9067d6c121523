package io.guidepost.quiz.response;

/** What responses were at a number of a change is not known any more; a newer number is to be asked about. */
public final class ForgottenChangesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForgottenChangesException() {
        super("What the responses were then is not known any more.");
    }
}
