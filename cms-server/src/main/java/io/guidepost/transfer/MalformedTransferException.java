package io.guidepost.transfer;

/** A request with a parameter that it cannot have. */
final class MalformedTransferException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedTransferException(String sentence) {
        super(sentence);
    }
}
