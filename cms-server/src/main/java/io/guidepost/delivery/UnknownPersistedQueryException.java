package io.guidepost.delivery;

/** A query is named by a hash that the server does not know: the client is to send the text along. */
final class UnknownPersistedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The message is the one that clients look for. */
    UnknownPersistedQueryException() {
        super("PersistedQueryNotFound");
    }
}
