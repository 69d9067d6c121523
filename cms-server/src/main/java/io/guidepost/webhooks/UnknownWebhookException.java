package io.guidepost.webhooks;

import java.util.UUID;

/** There is no such subscription. */
final class UnknownWebhookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownWebhookException(UUID id) {
        super("There is no webhook " + id + ".");
    }
}
