package io.guidepost.delivery.execution;

/** The data of an answer without errors, written already. */
public final class JsonData {

    private final byte[] body;

    JsonData(byte[] body) {
        this.body = body;
    }

    /** The whole answer, a JSON object with {@code data} in UTF-8; not to be changed. */
    public byte[] body() {
        return body;
    }
}
