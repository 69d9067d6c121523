package io.guidepost.content;

/** A figure token that does not follow the grammar. */
public final class MalformedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    MalformedTokenException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Where in the token, counted from 0. */
    public int position() {
        return position;
    }
}
