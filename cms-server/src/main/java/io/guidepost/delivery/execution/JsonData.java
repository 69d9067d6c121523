package io.guidepost.delivery.execution;

/** The data of an answer, written already. */
public final class JsonData {

    private final byte[] json;

    JsonData(byte[] json) {
        this.json = json;
    }

    /** A JSON object in UTF-8; not to be changed. */
    public byte[] json() {
        return json;
    }
}
