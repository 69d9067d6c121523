package io.guidepost.upkeep;

/** A list asked for in a way that means nothing. */
final class MalformedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedQueryException(String message) {
        super(message);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > 100) {
            throw new MalformedQueryException("“limit” must lie between 1 and 100.");
        }
        return limit;
    }
}
