package io.guidepost.quiz.response;

import java.time.Duration;

/** Somebody brings in responses faster than may be. */
public final class TooManyResponsesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration wait;

    TooManyResponsesException(String who, int perMinute, Duration wait) {
        super(who + " may send " + perMinute
                + " responses a minute; this one was not taken, and may be sent again later.");
        this.wait = wait;
    }

    /** How long it takes until one may be sent. */
    Duration waiting() {
        return wait;
    }
}
