package io.guidepost.editorial.comment;

/** A list of comments asked for in a way that means nothing. */
final class MalformedCommentQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedCommentQueryException(String message) {
        super(message);
    }
}
