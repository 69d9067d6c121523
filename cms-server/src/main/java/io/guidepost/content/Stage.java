package io.guidepost.content;

/** How strictly content is judged. */
public enum Stage {
    /** While it is written: it has the right shape, and may be incomplete. */
    DRAFT,
    /** When it is to go live: it is complete and keeps every rule. */
    PUBLISH
}
