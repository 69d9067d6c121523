package io.guidepost.figures;

/** A role or a background that the quiz does not have. */
final class UnknownGroupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** Says which of the two by a code, {@code unknown-role} or {@code unknown-background}. */
    UnknownGroupException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
