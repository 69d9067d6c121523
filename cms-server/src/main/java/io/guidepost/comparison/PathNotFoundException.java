package io.guidepost.comparison;

/** An operation of a patch is about a place that the content does not have. */
public final class PathNotFoundException extends PatchException {

    private static final long serialVersionUID = 1;

    private final String pointer;

    PathNotFoundException(int operation, String pointer) {
        super(operation, named(operation) + "names the path “" + pointer + "”, which the content does not have.");
        this.pointer = pointer;
    }

    /** The place, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }
}
