package io.guidepost.webhooks;

/** The subscription has no such message, or none any more. */
final class UnknownDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownDeliveryException() {
        super("The webhook has no such delivery, or it was so long ago that it is forgotten.");
    }
}
