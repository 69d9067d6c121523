package io.guidepost.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text with a NUL character in it. */
final class UnprintableTextException extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    UnprintableTextException(JsonParser parser) {
        super(parser, "A text must not hold a NUL character.", String.class);
    }
}
