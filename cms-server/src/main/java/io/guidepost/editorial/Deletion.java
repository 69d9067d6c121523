package io.guidepost.editorial;

import java.util.List;

/**
 * What was put into the trash.
 *
 * @param document the document that was to be
 * @param takenAlong those that went with it because they need it, directly or not, in the order in which they went
 */
public record Deletion(Document document, List<DocumentId> takenAlong) {

    /** Copies the list. */
    public Deletion {
        takenAlong = List.copyOf(takenAlong);
    }
}
