package io.guidepost.editorial.comment;

/** A comment that cannot be deleted since others replied to it. */
final class RepliedCommentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RepliedCommentException() {
        super("Somebody has replied to this comment; it can be edited, and its thread resolved.");
    }
}
