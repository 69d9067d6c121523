package io.guidepost.editorial;

/** A document that more others need than can be deleted with it; nothing has changed. */
public final class TooManyReferrersException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyReferrersException(String title, int most) {
        super("More than " + most + " documents need “" + title
                + "”, directly or not, and would go with it; delete some of them first.");
    }
}
