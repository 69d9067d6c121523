package io.guidepost.delivery.changes;

import io.guidepost.release.LiveDocument;
import org.jspecify.annotations.Nullable;

/** One difference between two editions. */
public sealed interface Change {

    /** How it differs. */
    ChangeKind kind();

    /** The document's type; null for statistics. */
    default @Nullable String type() {
        return null;
    }

    /** The document's id; null for statistics. */
    default @Nullable String id() {
        return null;
    }

    /** The document's slug, or the one it had; null for statistics. */
    default @Nullable String slug() {
        return null;
    }

    /** The slug that a document had which has another now; null: none. */
    default @Nullable String previousSlug() {
        return null;
    }

    /** The role whose statistics changed; null for documents and for the statistics of the site. */
    default @Nullable String role() {
        return null;
    }

    /** The document as it is now; null for statistics, and where it was withdrawn. */
    default @Nullable LiveDocument live() {
        return null;
    }

    /**
     * A document's.
     *
     * @param kind how it differs
     * @param document as it is now, or was where it was withdrawn
     * @param previousSlug the slug that it had, where it has another now; null: none
     */
    record OfDocument(ChangeKind kind, LiveDocument document, @Nullable String previousSlug) implements Change {

        static OfDocument published(LiveDocument document) {
            return new OfDocument(ChangeKind.PUBLISHED, document, null);
        }

        static OfDocument updated(LiveDocument before, LiveDocument after) {
            return new OfDocument(ChangeKind.UPDATED, after,
                    before.slug().equals(after.slug()) ? null : before.slug());
        }

        static OfDocument withdrawn(LiveDocument document) {
            return new OfDocument(ChangeKind.WITHDRAWN, document, null);
        }

        @Override
        public String type() {
            return document.type();
        }

        @Override
        public String id() {
            return document.id();
        }

        @Override
        public String slug() {
            return document.slug();
        }

        @Override
        public @Nullable LiveDocument live() {
            return kind == ChangeKind.WITHDRAWN ? null : document;
        }
    }

    /** The figures of one role. */
    record OfRole(String role) implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.STATISTICS;
        }
    }

    /** The figures over all who took the quiz. */
    record OfSite() implements Change {

        @Override
        public ChangeKind kind() {
            return ChangeKind.STATISTICS;
        }
    }
}
