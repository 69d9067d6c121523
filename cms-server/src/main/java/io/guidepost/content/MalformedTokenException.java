package io.guidepost.content;

/** A figure token that cannot be understood. Its message is for the editor who wrote it. */
public final class MalformedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String message;

    MalformedTokenException(int position, String message) {
        super(message);
        this.position = position;
        this.message = message;
    }

    /** What is wrong, as a sentence for the editor. */
    public String message() {
        return message;
    }

    /** Where in the token it goes wrong: an index, counted from 0, into what stands between the braces. */
    public int position() {
        return position;
    }
}
