package io.guidepost.upkeep;

/** A document has no link that could be checked. */
final class NoLinkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoLinkException(String message) {
        super(message);
    }
}
