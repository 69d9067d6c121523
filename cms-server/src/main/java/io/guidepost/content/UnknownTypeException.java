package io.guidepost.content;

import java.util.Collection;

/** There is no document type of the name asked for. */
public final class UnknownTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTypeException(String name, Collection<String> known) {
        super("There is no document type called " + Words.quoted(name) + "; there are " + String.join(", ", known)
                + ".");
    }
}
