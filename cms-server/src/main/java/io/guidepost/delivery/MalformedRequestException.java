package io.guidepost.delivery;

import org.jspecify.annotations.Nullable;

/** A request whose parameters cannot be read; the message is for the client. */
final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedRequestException(String message) {
        super(message);
    }

    MalformedRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
