package io.guidepost.notifications;

/** Notifications asked for in a way that means nothing. */
final class MalformedNotificationQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedNotificationQueryException(String message) {
        super(message);
    }
}
