package io.guidepost.editorial;

import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document at one version: its working copy, or an earlier version from its history.
 *
 * @param id the document's id
 * @param type its type
 * @param slug its slug; empty while it has none
 * @param title its title; empty while it has none
 * @param version counted from 1; every change makes the next
 * @param workflow where it stands
 * @param content what it says; not to be changed
 * @param authors who has written the content since it was last approved
 * @param change what made this version
 * @param by who made this version
 * @param at when
 * @param created when the first version was made
 * @param live what of the document is live; null: it never was
 */
public record Document(DocumentId id, String type, String slug, String title, int version, Workflow workflow,
        ObjectNode content, Set<PersonId> authors, ChangeKind change, PersonId by, Instant at, Instant created,
        @Nullable Live live) {

    /** Copies the authors. */
    public Document {
        authors = Set.copyOf(authors);
    }

    Document next(ChangeKind kind, Workflow to, PersonId who, Instant when) {
        return new Document(id, type, slug, title, version + 1, to, content, authors, kind, who, when, created, live);
    }

    /** What can make a version, with what it takes: the one table of who may do what. */
    public enum ChangeKind {
        /** The document was created. */
        CREATED(Permission.WRITE),
        /** Its content was changed. */
        EDITED(Permission.WRITE),
        /** It was handed to review. */
        SUBMITTED(Permission.WRITE),
        /** The request for review was taken back. */
        SUBMISSION_WITHDRAWN(Permission.WRITE),
        /** A reviewer asked for changes. */
        CHANGES_REQUESTED(Permission.REVIEW),
        /** A reviewer approved it. */
        APPROVED(Permission.REVIEW);

        private final Permission permission;

        ChangeKind(Permission permission) {
            this.permission = permission;
        }

        /** What somebody needs to make such a change. */
        public Permission permission() {
            return permission;
        }
    }
}
