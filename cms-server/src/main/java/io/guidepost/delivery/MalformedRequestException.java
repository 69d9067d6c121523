package io.guidepost.delivery;

import org.jspecify.annotations.Nullable;

/** A request whose parameters cannot be read; the message is for the client. */
final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String title;

    private MalformedRequestException(String code, String title, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.title = title;
    }

    /** A parameter is missing or malformed. */
    static MalformedRequestException ofParameter(String message, @Nullable Throwable cause) {
        return new MalformedRequestException("malformed-parameter", "A parameter is malformed", message, cause);
    }

    /** A parameter is missing or malformed. */
    static MalformedRequestException ofParameter(String message) {
        return ofParameter(message, null);
    }

    /** The body is no JSON, or not the JSON of a request. */
    static MalformedRequestException ofBody(String message, @Nullable Throwable cause) {
        return new MalformedRequestException("malformed-json", "The body cannot be read", message, cause);
    }

    /** What went wrong, in words joined by hyphens. */
    String code() {
        return code;
    }

    /** The same for every refusal of this code. */
    String title() {
        return title;
    }
}
