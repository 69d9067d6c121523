package io.guidepost.editorial;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a working copy stands. A move is a method of the states that allow it; whether a version is live is a separate fact.
 */
public sealed interface Workflow {

    /** Being written. */
    record Draft() implements Workflow {

        InReview submit(PersonId by, Instant at, Reviewers reviewers) {
            return new InReview(by, at, reviewers, List.of());
        }
    }

    /**
     * Waiting for reviewers.
     *
     * @param by who asked for the review
     * @param at when
     * @param reviewers who is asked
     * @param approvals those given so far, fewer than are needed
     */
    record InReview(PersonId by, Instant at, Reviewers reviewers, List<Approval> approvals) implements Workflow {

        public InReview {
            approvals = List.copyOf(approvals);
        }

        /** One approval more; with as many as are needed the document is approved. */
        Workflow approve(Approval approval, int needed) {
            List<Approval> given = new ArrayList<>(approvals);
            given.add(approval);
            return given.size() < needed ? new InReview(by, at, reviewers, given) : new Approved(given);
        }

        ChangesRequested requestChanges(PersonId reviewer, Instant now, String reason) {
            return new ChangesRequested(reviewer, now, reason, reviewers);
        }

        Draft withdraw() {
            return new Draft();
        }
    }

    /**
     * Sent back by a reviewer, with a reason.
     *
     * @param by the reviewer
     * @param at when
     * @param reason what is to be changed
     * @param reviewers who was asked
     */
    record ChangesRequested(PersonId by, Instant at, String reason, Reviewers reviewers) implements Workflow {

        InReview submit(PersonId author, Instant now, Reviewers asked) {
            return new InReview(author, now, asked, List.of());
        }
    }

    /**
     * Ready to go live as it stands.
     *
     * @param approvals at least one, all of the same content
     */
    record Approved(List<Approval> approvals) implements Workflow {

        public Approved {
            approvals = List.copyOf(approvals);
        }

        /** Whether it is this content that was approved. */
        public boolean covers(Body body) {
            return approvals.stream().allMatch(approval -> approval.hash().equals(body.hash()));
        }
    }

    /** The states' names, as stored and shown. */
    List<String> STATES = List.of("Draft", "InReview", "ChangesRequested", "Approved");

    /** The state's name, one of {@link #STATES}. */
    default String state() {
        return getClass().getSimpleName();
    }

    /** The approvals given so far, of this content. */
    default List<Approval> approvals() {
        return switch (this) {
            case InReview review -> review.approvals;
            case Approved approved -> approved.approvals;
            case Draft _,ChangesRequested _ -> List.of();
        };
    }

    /** Whatever was decided about a content does not hold for another: an edit leads back to a draft. */
    default Workflow edited() {
        return switch (this) {
            case ChangesRequested requested -> requested;
            case Draft _,InReview _,Approved _ -> new Draft();
        };
    }

    /** What an edit would undo, in a sentence; null: nothing. */
    default @Nullable String voidedByEdit() {
        String approvers = approvals().stream().map(approval -> approval.by().value())
                .collect(Collectors.joining(" and "));
        return switch (this) {
            case InReview _ -> approvers.isEmpty()
                    ? "It is no longer in review."
                    : "It is no longer in review; the approval by " + approvers + " is void.";
            case Approved _ -> "The approval by " + approvers + " is void.";
            case Draft _,ChangesRequested _ -> null;
        };
    }
}
