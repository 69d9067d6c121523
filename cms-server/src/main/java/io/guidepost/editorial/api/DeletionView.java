package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guidepost.editorial.Deletion;
import io.guidepost.editorial.DocumentId;
import java.util.List;

/**
 * A document that was put into the trash.
 *
 * @param document the document, whose fields stand beside the list
 * @param takenAlong the ids of those that went with it because they need it
 */
record DeletionView(@JsonUnwrapped DocumentView document, List<String> takenAlong) {

    static DeletionView of(DocumentView document, Deletion deletion) {
        return new DeletionView(document, deletion.takenAlong().stream().map(DocumentId::value).toList());
    }
}
