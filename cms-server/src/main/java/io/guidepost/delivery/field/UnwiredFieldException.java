package io.guidepost.delivery.field;

/** A field of the schema that nothing says how to fetch: the server does not start with it. */
public final class UnwiredFieldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnwiredFieldException(String type, String field, String reason) {
        super("Nothing says how to fetch " + type + "." + field + ": " + reason);
    }
}
