package io.guidepost.transfer;

/** What became of a document, or would in a dry run. */
public enum Outcome {
    /** It was not there. */
    CREATED,
    /** It was there with other content, which was replaced as asked for. */
    UPDATED,
    /** It was there with this content. */
    UNCHANGED,
    /** It is there with other content, and was left alone. */
    CONFLICT,
    /** It cannot be stored as it is. */
    INVALID
}
