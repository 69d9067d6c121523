package io.guidepost.security;

/** A list of colleagues asked for in a way that means nothing. */
final class MalformedColleagueQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedColleagueQueryException(String message) {
        super(message);
    }
}
