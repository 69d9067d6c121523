package io.guidepost.editorial;

import java.util.List;

/** A change based on a version that is not the current one any more; nothing has changed. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Document current;
    private final transient List<String> theirs;
    private final transient List<String> ours;
    private final transient List<String> conflicting;

    StaleVersionException(int expected, Document current, List<String> theirs, List<String> ours,
            List<String> conflicting) {
        super("The change is based on version " + expected + ", and the document is at version " + current.version()
                + " by " + current.revision().by().value()
                + (conflicting.isEmpty() ? "." : "; both change " + String.join(", ", conflicting) + "."));
        this.current = current;
        this.theirs = List.copyOf(theirs);
        this.ours = List.copyOf(ours);
        this.conflicting = List.copyOf(conflicting);
    }

    /** The document as it is. */
    public Document current() {
        return current;
    }

    /** Where the current content differs from the one that the change is based on, as JSON pointers. */
    public List<String> theirs() {
        return theirs;
    }

    /** Where the content of the refused change differs from it. */
    public List<String> ours() {
        return ours;
    }

    /** Where both differ from it. */
    public List<String> conflicting() {
        return conflicting;
    }
}
