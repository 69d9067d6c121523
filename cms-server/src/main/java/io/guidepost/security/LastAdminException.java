package io.guidepost.security;

/** Nobody would be left to administer the server. */
final class LastAdminException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LastAdminException() {
        super("This is the last administrator; make somebody else one first.");
    }
}
