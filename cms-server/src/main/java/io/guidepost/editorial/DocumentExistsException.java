package io.guidepost.editorial;

/** A new document with the id of another. */
public final class DocumentExistsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DocumentExistsException(DocumentId id) {
        super("There is a document " + id.value() + " already.");
    }
}
