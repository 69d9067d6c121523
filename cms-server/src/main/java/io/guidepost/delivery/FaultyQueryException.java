package io.guidepost.delivery;

/** Queries are to be registered that cannot be: the server does not start. */
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
        return new FaultyQueryException("No query can be registered from " + pattern + ": there is no such file.");
    }
}
