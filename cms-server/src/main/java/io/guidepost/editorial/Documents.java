package io.guidepost.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The working copies and their history. A superseded version never changes. */
public interface Documents {

    /** The working copy of a document. */
    Optional<Document> find(DocumentId id);

    /**
     * Adds a document.
     *
     * @return false if there is one of that id, and then nothing has changed
     */
    boolean add(Document document);

    /**
     * Working copies by their ids, read in one batch.
     *
     * @param ids which ones, some hundreds at most
     * @return those that there are, in no order
     */
    List<Document> findAll(Collection<DocumentId> ids);

    /**
     * Moves a document to its next version, if it still is at the one before; that one goes to the history first.
     *
     * @param before the working copy that the change is based on
     * @param after the next version
     * @return false if another change came first, and then nothing has changed
     */
    boolean replace(Document before, Document after);

    /** A version of a document, the current one included. */
    Optional<Document> version(DocumentId id, int version);

    /**
     * The versions of a document, the newest first.
     *
     * @param id which document
     * @param before only versions older than this one
     * @param limit how many at most
     */
    List<Document> history(DocumentId id, int before, int limit);

    /**
     * Working copies in the order of their ids, without their content.
     *
     * @param query which ones
     * @return as many as the query's limit at most
     */
    List<Document> list(DocumentQuery query);

    /**
     * Notes what of a document is live. Does nothing if a newer release has been noted already, or there is no such document.
     *
     * @param id which document
     * @param release the release that says so
     * @param version the version that is live; null: it was withdrawn
     */
    void project(DocumentId id, int release, @Nullable Integer version);

    /**
     * Which working copies to list.
     *
     * @param type of this type; null: of any
     * @param state in this state of the workflow, {@code Draft} and so on; null: in any
     * @param slug with this slug; null: with any
     * @param text with this in the title, upper and lower case alike; null: with any title
     * @param after whose ids come after this one; null: from the first
     * @param limit how many at most
     */
    record DocumentQuery(@Nullable String type, @Nullable String state, @Nullable String slug, @Nullable String text,
            @Nullable String after, int limit) {}
}
