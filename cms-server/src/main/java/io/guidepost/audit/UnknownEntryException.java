package io.guidepost.audit;

/** There is no such entry. */
final class UnknownEntryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownEntryException() {
        super("There is no such entry in the audit log.");
    }
}
