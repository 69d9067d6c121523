package io.guidepost.delivery;

/** A registered query that the schema does not know how to answer: the server does not start with it. */
final class FaultyQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FaultyQueryException(String file, String reason) {
        super("The registered query in " + file + " cannot be run: " + reason);
    }
}
