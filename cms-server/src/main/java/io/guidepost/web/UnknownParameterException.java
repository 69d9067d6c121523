package io.guidepost.web;

import java.util.SortedSet;

/** A query parameter that the operation does not know. */
final class UnknownParameterException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 60;

    UnknownParameterException(String name, SortedSet<String> known) {
        super("There is no parameter “%s” here; %s.".formatted(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name,
                known.isEmpty() ? "there are none at all" : "those known are " + String.join(", ", known)));
    }
}
