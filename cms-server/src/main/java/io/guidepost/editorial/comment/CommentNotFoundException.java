package io.guidepost.editorial.comment;

import java.util.UUID;

/** A comment that does not exist, or not on that document. */
final class CommentNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommentNotFoundException(UUID id) {
        super("There is no comment " + id + " here.");
    }
}
