package io.guidepost.work;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.Set;

/** Whose work it is. */
sealed interface Whose {

    /** Whether a working copy is among it. */
    boolean includes(Document document, Origins origins);

    /** Everything there is. */
    record Everything() implements Whose {

        @Override
        public boolean includes(Document document, Origins origins) {
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
        public boolean includes(Document document, Origins origins) {
            return document.trashed() == null && !(document.workflow() instanceof Workflow.Approved)
                    && (document.authors().contains(person) || origins.submission(document)
                            .filter(submission -> submission.by().equals(person)).isPresent());
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
        public boolean includes(Document document, Origins origins) {
            return document.trashed() == null && document.workflow() instanceof Workflow.InReview review
                    && review.reviewers().includes(person, roles)
                    && review.approvals().stream().noneMatch(approval -> approval.by().equals(person))
                    && (ownToo || !document.authors().contains(person));
        }
    }
}
