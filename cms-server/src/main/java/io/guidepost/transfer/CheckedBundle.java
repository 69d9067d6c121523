package io.guidepost.transfer;

/** A bundle of which all documents are of known types and of their shape, as {@link ContentImport#checked} has found. */
public final class CheckedBundle {

    private final ContentBundle bundle;

    CheckedBundle(ContentBundle bundle) {
        this.bundle = bundle;
    }

    ContentBundle content() {
        return bundle;
    }
}
