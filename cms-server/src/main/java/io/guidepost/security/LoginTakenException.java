package io.guidepost.security;

/** Somebody has this login already. */
final class LoginTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoginTakenException(String login) {
        super("Somebody has the login " + login + " already.");
    }
}
