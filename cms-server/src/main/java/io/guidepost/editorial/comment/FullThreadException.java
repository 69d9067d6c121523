package io.guidepost.editorial.comment;

/** A thread that cannot take another reply. */
final class FullThreadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FullThreadException() {
        super("A thread has " + CommentThread.MOST_REPLIES + " replies at most; begin another.");
    }
}
