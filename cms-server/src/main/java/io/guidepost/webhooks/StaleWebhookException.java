package io.guidepost.webhooks;

/** A command based on a version of a subscription that is not the current one any more; nothing has changed. */
final class StaleWebhookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int current;

    StaleWebhookException(int expected, int current) {
        super("The command is based on version " + expected + ", and the webhook is at version " + current + ".");
        this.current = current;
    }

    /** The current version. */
    int current() {
        return current;
    }
}
