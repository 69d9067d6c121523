package io.guidepost.content;

import java.util.Collection;

/** A document type that the content model has not. */
public final class UnknownTypeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownTypeException(String name, Collection<String> known) {
        super("There is no document type “" + name + "”; there are " + String.join(", ", known) + ".");
    }
}
