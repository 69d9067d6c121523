package io.guidepost.notifications;

import java.util.List;

/** A kind of notification is named that there is not. */
final class UnknownKindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;

    UnknownKindException(String pointer, List<String> kinds) {
        super("The kinds of notifications are " + String.join(", ", kinds) + ".");
        this.pointer = pointer;
    }

    /** Where in the request. */
    String pointer() {
        return pointer;
    }
}
