package io.guidepost.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords for one login, or from one address. */
final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final long retryAfterSeconds;

    TooManyAttemptsException(long retryAfterSeconds) {
        super("Too many wrong passwords; try again in " + retryAfterSeconds + " seconds.");
        this.retryAfterSeconds = retryAfterSeconds;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
