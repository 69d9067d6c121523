package io.guidepost.editorial;

/** Something that cannot be the id of a document. */
public final class MalformedDocumentIdException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedDocumentIdException() {
        super("A document's id is lower-case words joined by hyphens, 3 to 80 characters, such as faq-need-a-degree.");
    }
}
