package io.guidepost.content;

/** How strictly content is judged. */
public enum Stage {
    /** A working copy: it may be incomplete, but what is there has the right shape. */
    DRAFT,
    /** About to go live: everything that is required is there, and every rule holds. */
    PUBLISH
}
