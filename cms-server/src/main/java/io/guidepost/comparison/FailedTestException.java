package io.guidepost.comparison;

import tools.jackson.databind.JsonNode;

/** A {@code test} of a patch found another value than it expects. */
public final class FailedTestException extends PatchException {

    private static final long serialVersionUID = 1;

    private final String pointer;
    private final transient JsonNode expected;
    private final transient JsonNode actual;

    FailedTestException(int operation, String pointer, JsonNode expected, JsonNode actual) {
        super(operation, named(operation) + "expects another value at “" + pointer + "”.");
        this.pointer = pointer;
        this.expected = expected;
        this.actual = actual;
    }

    /** The place, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    /** The value that the patch expects. */
    public JsonNode expected() {
        return expected;
    }

    /** The value that is there. */
    public JsonNode actual() {
        return actual;
    }
}
