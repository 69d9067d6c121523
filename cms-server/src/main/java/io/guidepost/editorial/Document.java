package io.guidepost.editorial;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document at one version: its working copy, or an earlier version from its history.
 *
 * @param id the document's id
 * @param type its type
 * @param version counted from 1; every change makes the next
 * @param body what it says
 * @param authors who has written the content since it was last approved
 * @param workflow where it stands
 * @param revision what made this version
 * @param created when the first version was made
 * @param live what of the document is live; null: it never was
 * @param trashed null: it is not in the trash
 */
public record Document(DocumentId id, String type, int version, Body body, Set<PersonId> authors, Workflow workflow,
        Revision revision, Instant created, @Nullable Live live, @Nullable Trashed trashed) {

    /** Copies the authors. */
    public Document {
        authors = Set.copyOf(authors);
    }

    /** What it says; not to be changed. Empty in lists. */
    public ObjectNode content() {
        return body.content();
    }

    /** Its slug; empty while it has none. */
    public String slug() {
        return body.slug();
    }

    /** Its title; empty while it has none. */
    public String title() {
        return body.title();
    }

    /** Whether a version of it is live. */
    public boolean isLive() {
        return live != null && live.version() != null;
    }

    /** The next version, which says the same and stands elsewhere. */
    Document moved(Workflow to, Revision next) {
        return new Document(id, type, version + 1, body, authors, to, next, created, live, trashed);
    }

    /** The next version, which says something else; whoever wrote it is an author until it is approved. */
    Document edited(Body next, Revision revision) {
        return edited(next, Set.of(), revision);
    }

    /** The next version, which says what an earlier one said; whoever wrote that is an author, too. */
    Document restored(Document earlier, Revision revision) {
        return edited(earlier.body, earlier.authors, revision);
    }

    private Document edited(Body next, Set<PersonId> also, Revision revision) {
        Set<PersonId> writers = new HashSet<>(workflow instanceof Workflow.Approved ? Set.of() : authors);
        writers.addAll(also);
        writers.add(revision.by());
        return new Document(id, type, version + 1, next, writers, workflow.edited(), revision, created, live, trashed);
    }

    /** The next version, in the trash or out of it. */
    Document trashed(@Nullable Trashed trash, Revision next) {
        return new Document(id, type, version + 1, body, authors, workflow.edited(), next, created, live, trash);
    }
}
