package io.guidepost.webhooks;

/** A field of a request that cannot be accepted; the message never repeats what was sent. */
final class InvalidWebhookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;
    private final String code;

    InvalidWebhookException(String pointer, String code, String message) {
        super(message);
        this.pointer = pointer;
        this.code = code;
    }

    String pointer() {
        return pointer;
    }

    String code() {
        return code;
    }
}
