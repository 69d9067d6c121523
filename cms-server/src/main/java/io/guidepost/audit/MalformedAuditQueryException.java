package io.guidepost.audit;

/** The audit log asked for in a way that means nothing. */
final class MalformedAuditQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedAuditQueryException(String message) {
        super(message);
    }
}
