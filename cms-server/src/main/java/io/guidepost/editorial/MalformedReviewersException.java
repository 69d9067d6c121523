package io.guidepost.editorial;

/** Reviewers who cannot be asked. */
public final class MalformedReviewersException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedReviewersException(String message) {
        super(message);
    }
}
