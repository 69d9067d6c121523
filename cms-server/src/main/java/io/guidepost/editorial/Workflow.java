package io.guidepost.editorial;

import io.guidepost.security.PersonId;
import java.time.Instant;

/**
 * Where a working copy stands. A move is a method of the states that allow it; whether a version is live is a separate fact.
 */
public sealed interface Workflow {

    /** Being written. */
    record Draft() implements Workflow {

        InReview submit(PersonId by, Instant at) {
            return new InReview(by, at);
        }
    }

    /** Waiting for a reviewer. */
    record InReview(PersonId by, Instant at) implements Workflow {

        Approved approve(PersonId reviewer, Instant now) {
            return new Approved(reviewer, now);
        }

        ChangesRequested requestChanges(PersonId reviewer, Instant now, String reason) {
            return new ChangesRequested(reviewer, now, reason);
        }

        Draft withdraw() {
            return new Draft();
        }
    }

    /** Sent back by a reviewer, with a reason. */
    record ChangesRequested(PersonId by, Instant at, String reason) implements Workflow {

        InReview submit(PersonId author, Instant now) {
            return new InReview(author, now);
        }
    }

    /** Ready to go live as it stands. */
    record Approved(PersonId by, Instant at) implements Workflow {}

    /** Whatever was decided about a content does not hold for another: an edit leads back to a draft. */
    default Workflow edited() {
        return switch (this) {
            case ChangesRequested requested -> requested;
            case Draft _,InReview _,Approved _ -> new Draft();
        };
    }
}
