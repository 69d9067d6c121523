package io.guidepost.editorial;

import java.util.List;

/** A change based on a version that is not the current one any more; nothing has changed. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int current;
    private final transient List<String> changed;
    private final transient List<String> conflicting;

    StaleVersionException(int expected, int current, List<String> changed, List<String> conflicting) {
        super("The change is based on version " + expected + ", and the document is at version " + current
                + (conflicting.isEmpty() ? "." : "; both change " + String.join(", ", conflicting) + "."));
        this.current = current;
        this.changed = List.copyOf(changed);
        this.conflicting = List.copyOf(conflicting);
    }

    /** The current version. */
    public int current() {
        return current;
    }

    /** Where the current content differs from the one that the change is based on, as JSON pointers. */
    public List<String> changed() {
        return changed;
    }

    /** Where both differ from it. */
    public List<String> conflicting() {
        return conflicting;
    }
}
