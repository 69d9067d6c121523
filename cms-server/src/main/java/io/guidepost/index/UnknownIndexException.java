package io.guidepost.index;

import java.util.List;

/** There is no index of a name. */
final class UnknownIndexException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownIndexException(String name, List<String> known) {
        super("There is no index “" + name + "”; there are: " + String.join(", ", known) + ".");
    }
}
