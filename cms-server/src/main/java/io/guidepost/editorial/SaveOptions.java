package io.guidepost.editorial;

/**
 * How a content is saved.
 *
 * @param message why it was changed; empty: not said
 * @param autosave whether an editor's program saves by itself: a run of such saves is one version of the history
 * @param merge whether changes that others made meanwhile are merged with, where they touch other fields
 */
public record SaveOptions(String message, boolean autosave, boolean merge) {

    /** A save by hand that gives way to whoever came first. */
    public static final SaveOptions PLAIN = new SaveOptions("", false, false);
}
