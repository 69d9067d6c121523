package io.guidepost.delivery.preview;

/** A request that does not say clearly what to preview. */
final class MalformedPreviewException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedPreviewException(String message) {
        super(message);
    }
}
