package io.guidepost.editorial.comment;

/** Somebody tried to change what another wrote; nothing has changed. */
final class ForeignCommentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForeignCommentException() {
        super("Only who wrote a comment can change or delete it.");
    }
}
