package io.guidepost.editorial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The working copies and their history. A superseded version never changes. */
public interface Documents {

    /** The working copy of a document, also of one in the trash. */
    Optional<Document> find(DocumentId id);

    /** The working copies of documents, read together; those that do not exist are left out. */
    Map<DocumentId, Document> findAll(Collection<DocumentId> ids);

    /** The working copies of a type with one of some slugs, without those in the trash. */
    List<Document> withSlugs(String type, Collection<String> slugs);

    /**
     * The working copies, not in the trash, that hold one of some references.
     *
     * @param keys references as {@link Body#key} writes them
     */
    List<Document> referring(Set<String> keys);

    /**
     * Some of the working copies that {@link #referring(Set)} finds, in the order of their ids.
     *
     * @param keys references as {@link Body#key} writes them
     * @param from only that of this id and those after it
     * @param limit how many at most
     */
    List<Document> referring(Set<String> keys, String from, int limit);

    /**
     * Adds a document.
     *
     * @return false if there is one of that id, or was before it was removed, and then nothing has changed
     */
    boolean add(Document document);

    /**
     * Adds documents, each as {@link #add} does, in one go.
     *
     * @return the indexes of those that were not added, since there is one of that id, or was
     */
    Set<Integer> addAll(List<Document> added);

    /**
     * Moves a document to its next version, if it still is at the one before; that one goes to the history first. Of a run of
     * autosaves only the last stays there, the others until {@link #forgetAutosaves}.
     *
     * @param before the working copy that the change is based on
     * @param after the next version
     * @return false if another change came first, and then nothing has changed
     */
    boolean replace(Document before, Document after);

    /** A version of a document, the current one included. */
    Optional<Document> version(DocumentId id, int version);

    /**
     * The versions of a document, the newest first, without their content.
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

    /** What is known of the working copies, without those in the trash, but for what they say; in the order of their ids. */
    List<Head> heads();

    /** The same of some of them; those that are in the trash or do not exist are left out. */
    List<Head> heads(Collection<DocumentId> ids);

    /**
     * What versions of documents say, read together; those that do not exist are left out.
     *
     * @param ids each as {@code document@version}
     * @return the content by these ids; not to be changed
     */
    Map<String, ObjectNode> contents(Collection<String> ids);

    /**
     * A document without what it says.
     *
     * @param slug its slug; empty while it has none
     * @param title its title; empty while it has none
     */
    record Head(DocumentId id, String type, String slug, String title, int version) {

        /** The head of a document. */
        public static Head of(Document document) {
            return new Head(document.id(), document.type(), document.slug(), document.title(), document.version());
        }

        /** Names the version: {@code document@version}. */
        public String key() {
            return id.value() + "@" + version;
        }
    }

    /** Notes what of documents is live; of each nothing, if a newer release has been noted already, or there is no such document. */
    void project(List<Projected> projected);

    /**
     * What of a document is live.
     *
     * @param id which document
     * @param release the release that says so
     * @param version the version that is live; null: it was withdrawn
     */
    record Projected(DocumentId id, int release, @Nullable Integer version) {}

    /** Removes the versions within runs of autosaves that were superseded before an instant. */
    void forgetAutosaves(Instant before);

    /**
     * Removes documents for good that were put into the trash before an instant and are not live. Their ids are never given again, since
     * releases may name them.
     *
     * @return the ids of those that were removed, now or in a run that was cut off before it said {@link #purged}
     */
    List<DocumentId> purge(Instant before);

    /** Notes that all that went with removed documents is gone too, so that {@link #purge} need not name them again. */
    void purged(Collection<DocumentId> ids);

    /**
     * Which working copies to list.
     *
     * @param type of this type; null: of any
     * @param state in this state of the workflow, {@code Draft} and so on; null: in any
     * @param slug with this slug; null: with any
     * @param text with this in the title, upper and lower case alike; null: with any title
     * @param trash those in the trash, or else those that are not
     * @param after whose ids come after this one; null: from the first
     * @param limit how many at most
     */
    record DocumentQuery(@Nullable String type, @Nullable String state, @Nullable String slug, @Nullable String text,
            boolean trash, @Nullable String after, int limit) {}
}
