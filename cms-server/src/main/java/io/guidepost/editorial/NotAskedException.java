package io.guidepost.editorial;

/** Somebody who reviews what others were asked to review. */
public final class NotAskedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAskedException(String message) {
        super(message);
    }
}
