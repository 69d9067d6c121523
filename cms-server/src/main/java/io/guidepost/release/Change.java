package io.guidepost.release;

import io.guidepost.editorial.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one document.
 *
 * @param document the document
 * @param action whether it goes live or is withdrawn
 * @param version the version that must be the current one, so that nothing else goes live by surprise; null: whichever is
 */
public record Change(DocumentId document, Action action, @Nullable Integer version) {

    /** Puts the current, approved version live. */
    public static Change publish(DocumentId document) {
        return new Change(document, Action.PUBLISH, null);
    }

    /** Takes the document off the site. */
    public static Change withdraw(DocumentId document) {
        return new Change(document, Action.WITHDRAW, null);
    }
}
