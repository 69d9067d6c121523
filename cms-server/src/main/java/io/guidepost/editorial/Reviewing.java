package io.guidepost.editorial;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Problem;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * The commands that take working copies through review. Each names the version that it is based on and is refused if that is not the
 * current one.
 */
@Service
public class Reviewing {

    private final WorkingCopies copies;
    private final Checking checking;
    private final Colleagues colleagues;
    private final EditorialProperties properties;

    Reviewing(WorkingCopies copies, Checking checking, Colleagues colleagues, ContentModel model,
            EditorialProperties properties) {
        this.copies = copies;
        this.checking = checking;
        this.colleagues = colleagues;
        this.properties = properties;
        properties.approvals().keySet().forEach(model::type);
    }

    /** Hands a document to whoever may review it. */
    public Document submit(Actor actor, DocumentId id, int version) {
        return submit(actor, id, version, Reviewers.ANYBODY, "");
    }

    /**
     * Hands a document to review.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param reviewers who is asked
     * @param message what the reviewers should know; empty: nothing
     * @throws InvalidContentException if the content is not ready to go live, with everything that is missing
     * @throws MalformedReviewersException if those who are asked do not exist, or are too few to approve
     * @throws IllegalMoveException if it is in review or approved already
     */
    public Document submit(Actor actor, DocumentId id, int version, Reviewers reviewers, String message) {
        actor.require(Change.SUBMITTED.permission());
        Document before = copies.active(id, version);
        Workflow to = switch (before.workflow()) {
            case Workflow.Draft draft -> draft.submit(actor.id(), copies.now(), reviewers);
            case Workflow.ChangesRequested requested -> requested.submit(actor.id(), copies.now(), reviewers);
            case Workflow.InReview _,Workflow.Approved _ -> throw new IllegalMoveException("be handed to review",
                    before.workflow());
        };
        requireReviewers(before, reviewers);
        List<Problem> problems = checking.errors(before);
        if (!problems.isEmpty()) {
            throw new InvalidContentException("The document is not ready for review.", problems);
        }
        return move(actor, before, Change.SUBMITTED, to, message);
    }

    /** Takes a document back from review. */
    public Document withdrawSubmission(Actor actor, DocumentId id, int version) {
        actor.require(Change.SUBMISSION_WITHDRAWN.permission());
        Document before = copies.active(id, version);
        return move(actor, before, Change.SUBMISSION_WITHDRAWN,
                inReview(before, "be taken back from review").withdraw(), "");
    }

    /** Approves a document without a word, as {@link #approve(Actor, DocumentId, int, String)} does. */
    public Document approve(Actor actor, DocumentId id, int version) {
        return approve(actor, id, version, "");
    }

    /**
     * Approves a document as it stands; with as many approvals as its type needs it may go live.
     *
     * @param actor who; needs {@link Permission#REVIEW}, was asked and, as a rule, has not written any of the content
     * @param message what else there is to say; empty: nothing
     * @throws SelfApprovalException if the actor has written some of it
     * @throws NotAskedException if others were asked, or the actor has approved it already
     */
    public Document approve(Actor actor, DocumentId id, int version, String message) {
        actor.require(Change.APPROVED.permission());
        Document before = copies.active(id, version);
        Workflow.InReview review = inReview(before, "be approved");
        if (!properties.selfApproval() && before.authors().contains(actor.id())) {
            throw new SelfApprovalException();
        }
        requireAsked(actor, review);
        if (review.approvals().stream().anyMatch(given -> given.by().equals(actor.id()))) {
            throw new NotAskedException("You have approved this already; somebody else must approve it, too.");
        }
        Approval approval = new Approval(actor.id(), copies.now(), before.body().hash());
        return move(actor, before, Change.APPROVED, review.approve(approval, properties.approvals(before.type())),
                message);
    }

    /**
     * Sends a document back to its authors.
     *
     * @param actor who; needs {@link Permission#REVIEW} and was asked
     * @param reason what is to be changed
     */
    public Document requestChanges(Actor actor, DocumentId id, int version, String reason) {
        actor.require(Change.CHANGES_REQUESTED.permission());
        Document before = copies.active(id, version);
        Workflow.InReview review = inReview(before, "be sent back");
        requireAsked(actor, review);
        return move(actor, before, Change.CHANGES_REQUESTED,
                review.requestChanges(actor.id(), copies.now(), reason), reason);
    }

    private Document move(Actor actor, Document before, Change change, Workflow to, String message) {
        return copies.replace(before,
                before.moved(to, Revision.of(change, actor.id(), copies.now(), message)));
    }

    private static Workflow.InReview inReview(Document document, String move) {
        if (document.workflow() instanceof Workflow.InReview review) {
            return review;
        }
        throw new IllegalMoveException(move, document.workflow());
    }

    private static void requireAsked(Actor actor, Workflow.InReview review) {
        if (!review.reviewers().includes(actor.id(), actor.roles())) {
            Role role = review.reviewers().role();
            throw new NotAskedException(role != null
                    ? "The review was asked of somebody who is " + role.key() + "."
                    : "The review was asked of " + names(review.reviewers().people()) + ".");
        }
    }

    /** Refuses to ask people who cannot bring about an approval. */
    private void requireReviewers(Document document, Reviewers reviewers) {
        for (PersonId person : reviewers.people()) {
            Colleague colleague = colleagues.find(person).orElseThrow(
                    () -> new MalformedReviewersException("There is nobody with the id “" + person.value() + "”."));
            if (!colleague.may(Permission.REVIEW)) {
                throw new MalformedReviewersException(colleague.name() + " (" + person.value() + ") may not review.");
            }
        }
        Role role = reviewers.role();
        if (role != null && !role.permissions().contains(Permission.REVIEW)) {
            throw new MalformedReviewersException("Whoever is " + role.key() + " may not review.");
        }
        int needed = properties.approvals(document.type());
        long able = reviewers.people().stream()
                .filter(person -> properties.selfApproval() || !document.authors().contains(person)).count();
        if (!reviewers.people().isEmpty() && able < needed) {
            throw new MalformedReviewersException("A " + document.type() + " needs " + needed
                    + (needed == 1 ? " approval" : " approvals") + " by somebody who has not written it; of "
                    + names(reviewers.people()) + " only " + able + " could give one.");
        }
    }

    private static String names(Set<PersonId> people) {
        Set<String> names = new TreeSet<>();
        people.forEach(person -> names.add(person.value()));
        return String.join(", ", names);
    }
}
