package io.guidepost.editorial.comment;

/** A comment whose text cannot be taken; nothing has changed. */
final class MalformedCommentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedCommentException(String message) {
        super(message);
    }
}
