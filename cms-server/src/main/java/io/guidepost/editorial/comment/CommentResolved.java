package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody resolved a thread.
 *
 * @param document which document
 * @param thread the thread
 * @param by who resolved it
 * @param participants who has taken part in the thread, that person included
 */
public record CommentResolved(DocumentId document, UUID thread, PersonId by, Set<PersonId> participants) {

    /** Copies the set. */
    public CommentResolved {
        participants = Set.copyOf(participants);
    }
}
