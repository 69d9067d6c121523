package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody commented on a document, or replied.
 *
 * @param document which document
 * @param thread the thread
 * @param comment the comment: of the same id as the thread if it began it
 * @param author who wrote it
 * @param mentioned whom it names
 * @param participants who has taken part in the thread, the author included
 */
public record CommentAdded(DocumentId document, UUID thread, UUID comment, PersonId author, Set<PersonId> mentioned,
        Set<PersonId> participants) {

    /** Copies the sets. */
    public CommentAdded {
        mentioned = Set.copyOf(mentioned);
        participants = Set.copyOf(participants);
    }
}
