package io.guidepost.editorial;

/** A document that must be taken out of the trash, or put into it, before anything else is done with it. */
public final class TrashedDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is in the way. */
    public TrashedDocumentException(String message) {
        super(message);
    }
}
