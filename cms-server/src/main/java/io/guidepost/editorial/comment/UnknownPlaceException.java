package io.guidepost.editorial.comment;

/** A comment on a place that is not in the version that it is about; nothing has changed. */
final class UnknownPlaceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPlaceException(String message) {
        super(message);
    }
}
