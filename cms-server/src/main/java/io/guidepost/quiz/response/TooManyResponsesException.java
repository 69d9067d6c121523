package io.guidepost.quiz.response;

import java.time.Duration;

/** Somebody brings in responses faster than may be. */
public final class TooManyResponsesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration wait;

    TooManyResponsesException(int perMinute, Duration wait) {
        super("A key for responses may send " + perMinute
                + " a minute; this one was not taken, and may be sent again later.");
        this.wait = wait;
    }

    /** How long it takes until one may be sent. */
    Duration waiting() {
        return wait;
    }
}
