package io.guidepost.editorial.comment;

import io.guidepost.editorial.DocumentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The threads of comments on documents. */
public interface Comments {

    /** A thread on a document. */
    Optional<CommentThread> find(DocumentId document, UUID thread);

    /**
     * Threads on a document, the oldest first.
     *
     * @param document which document
     * @param resolved only those that are resolved, or are not; null: both
     * @param after only those after this one; null: from the first
     * @param limit how many at most
     */
    List<CommentThread> list(DocumentId document, @Nullable Boolean resolved, @Nullable UUID after, int limit);

    /** How many threads on documents are open; those without any are left out. */
    Map<DocumentId, Integer> open(Collection<DocumentId> documents);

    /** Adds a thread. */
    void add(CommentThread thread);

    /**
     * Adds a reply behind all others, whatever else happens to the thread.
     *
     * @return false if there is no such thread on the document, or it has {@value CommentThread#MOST_REPLIES} replies; nothing has changed then
     */
    boolean reply(DocumentId document, UUID thread, Comment reply);

    /**
     * Moves a thread to its next version.
     *
     * @return false if another change came first, and then nothing has changed
     */
    boolean replace(CommentThread before, CommentThread after);

    /**
     * Removes a thread.
     *
     * @return false if another change came first, and then nothing has changed
     */
    boolean remove(CommentThread thread);

    /** Notes where the place of a thread was found, unless it has been found in a later version. Makes no next version of the thread. */
    void found(UUID thread, Place place);

    /** Notes a version of the document that the place of a thread is not in. Makes no next version of the thread. */
    void gone(UUID thread, int version);

    /** Keeps the content of a commented version that the history of the document may forget. */
    void keep(DocumentId document, int version, ObjectNode content);

    /** The content of a version that was kept. */
    Optional<ObjectNode> kept(DocumentId document, int version);

    /** Removes all that there is on a document. */
    void forget(DocumentId document);
}
