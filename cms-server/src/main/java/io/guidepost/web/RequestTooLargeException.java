package io.guidepost.web;

import java.io.IOException;

/** A request body longer than the server takes. */
final class RequestTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    private final long limit;

    RequestTooLargeException(long limit) {
        super("The request body is longer than " + limit + " bytes.");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
