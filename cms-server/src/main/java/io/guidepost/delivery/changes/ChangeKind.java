package io.guidepost.delivery.changes;

/** How something differs from an earlier edition. */
public enum ChangeKind {

    /** The document was not live, and is. */
    PUBLISHED,
    /** It was live, and went live again. */
    UPDATED,
    /** It was live, and is no more. */
    WITHDRAWN,
    /** The figures of a role, or of the whole site, are others. */
    STATISTICS
}
