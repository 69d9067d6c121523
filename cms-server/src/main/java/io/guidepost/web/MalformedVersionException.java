package io.guidepost.web;

/** An If-Match header that names no version. */
public final class MalformedVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedVersionException(String header) {
        super("If-Match must be the ETag of the document you read, such as \"7\" with its quotes; it was "
                + (header.length() > 40 ? header.substring(0, 40) + "…" : header) + ".");
    }
}
