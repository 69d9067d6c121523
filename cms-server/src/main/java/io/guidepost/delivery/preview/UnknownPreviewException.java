package io.guidepost.delivery.preview;

/** There is nothing of that name that could be previewed. */
final class UnknownPreviewException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPreviewException(String message) {
        super(message);
    }
}
