package io.guidepost.web;

/** A write that does not say which version it is based on. */
public final class PreconditionRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PreconditionRequiredException() {
        super("Say which version the change is based on: send the ETag of the document you read as If-Match.");
    }
}
