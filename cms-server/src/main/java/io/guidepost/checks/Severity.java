package io.guidepost.checks;

/** What a finding means for the document. */
public enum Severity {
    /** The document can be neither submitted nor released. */
    ERROR,
    /** The finding is reported, and the editor decides. */
    WARNING
}
