package io.guidepost.editorial;

/** A document, or a version of one, that does not exist. */
public final class DocumentNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Names what does not exist. */
    public DocumentNotFoundException(DocumentId id) {
        super("There is no document " + id.value() + ".");
    }

    /** Names what does not exist. */
    public DocumentNotFoundException(DocumentId id, int version) {
        super("Document " + id.value() + " has no version " + version + ".");
    }
}
