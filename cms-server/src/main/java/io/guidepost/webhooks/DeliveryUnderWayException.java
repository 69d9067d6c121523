package io.guidepost.webhooks;

/** The message is just being sent. */
final class DeliveryUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeliveryUnderWayException() {
        super("The delivery is under way; see in a moment how it went.");
    }
}
