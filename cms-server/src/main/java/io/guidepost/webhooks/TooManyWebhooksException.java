package io.guidepost.webhooks;

/** There are as many subscriptions as there may be. */
final class TooManyWebhooksException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyWebhooksException(int most) {
        super("There are " + most + " webhooks, and there cannot be more.");
    }
}
