package io.guidepost.delivery;

/** A query cannot be registered: the schema does not know how to answer it, or it is not there. The server does not start. */
final class FaultyQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private FaultyQueryException(String message) {
        super(message);
    }

    /** The schema does not know how to answer the query in a file. */
    static FaultyQueryException in(String file, String reason) {
        return new FaultyQueryException("The registered query in " + file + " cannot be run: " + reason);
    }

    /** There is no file where queries should be. */
    static FaultyQueryException noneAt(String pattern) {
        return new FaultyQueryException("No query can be registered from " + pattern + ": there is no file.");
    }
}
