package io.guidepost.editorial;

import java.util.List;

/**
 * Documents were removed for good, and all their versions with them.
 *
 * @param documents their ids, which are never given again
 */
public record DocumentsPurged(List<DocumentId> documents) {

    /** Copies the list. */
    public DocumentsPurged {
        documents = List.copyOf(documents);
    }
}
