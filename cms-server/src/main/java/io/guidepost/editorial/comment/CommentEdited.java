package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody changed what they had written in a comment or a reply.
 *
 * @param document which document
 * @param thread the thread
 * @param comment the comment: of the same id as the thread if it began it
 * @param author who wrote and changed it
 * @param newlyMentioned whom it names now, and did not before
 */
public record CommentEdited(DocumentId document, UUID thread, UUID comment, PersonId author,
        Set<PersonId> newlyMentioned) {

    /** Copies the set. */
    public CommentEdited {
        newlyMentioned = Set.copyOf(newlyMentioned);
    }
}
