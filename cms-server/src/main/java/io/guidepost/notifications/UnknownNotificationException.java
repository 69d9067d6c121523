package io.guidepost.notifications;

/** Whoever asks has no notification of that id. */
final class UnknownNotificationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownNotificationException() {
        super("You have no such notification, or not any more.");
    }
}
