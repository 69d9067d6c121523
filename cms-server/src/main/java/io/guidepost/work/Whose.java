package io.guidepost.work;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.Set;

/** Whose work it is. */
sealed interface Whose {

    /** Whether a working copy is among it, as far as that shows without its history. */
    boolean includes(Document document);

    /** Everything there is. */
    record Everything() implements Whose {

        @Override
        public boolean includes(Document document) {
            return true;
        }
    }

    /**
     * What somebody is writing: neither approved nor in the trash, and written, or handed to review, by them.
     *
     * @param person who
     */
    record Mine(PersonId person) implements Whose {

        @Override
        public boolean includes(Document document) {
            boolean submitted = document.workflow() instanceof Workflow.InReview review && review.by().equals(person);
            return document.trashed() == null && !(document.workflow() instanceof Workflow.Approved)
                    && (submitted || document.authors().contains(person));
        }
    }

    /**
     * What waits for somebody's review: they are asked, may do it and have not done it.
     *
     * @param person who
     * @param roles theirs
     * @param ownToo whether they may approve what they wrote
     */
    record ToReview(PersonId person, Set<Role> roles, boolean ownToo) implements Whose {

        public ToReview {
            roles = Set.copyOf(roles);
        }

        @Override
        public boolean includes(Document document) {
            return document.trashed() == null && document.workflow() instanceof Workflow.InReview review
                    && review.reviewers().includes(person, roles)
                    && review.approvals().stream().noneMatch(approval -> approval.by().equals(person))
                    && (ownToo || !document.authors().contains(person));
        }
    }
}
