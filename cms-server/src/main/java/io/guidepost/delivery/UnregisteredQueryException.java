package io.guidepost.delivery;

/** A query that is not among the registered ones, on a server that runs no others; the message is for the client. */
final class UnregisteredQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnregisteredQueryException() {
        super("This server runs registered queries only, and this is none of them.");
    }
}
