package io.guidepost.notifications;

import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Revision;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads from two versions of a document, one after the other, who is to be told what. The server itself, which imports documents for
 * instance, asks nobody for a review; all else that it does is told as anybody's.
 */
@Component
class WorkflowNews {

    private final Colleagues colleagues;
    private final Names names;

    WorkflowNews(Colleagues colleagues, Names names) {
        this.colleagues = colleagues;
        this.names = names;
    }

    /**
     * What the later version brought about.
     *
     * @param before the version before, or the last that is left of the run of autosaves before; null: there is none
     */
    List<Notice> of(@Nullable Document before, Document after) {
        return switch (after.revision().change()) {
            case SUBMITTED -> submitted(after);
            case CHANGES_REQUESTED -> decided(before, after, NotificationKind.CHANGES_REQUESTED,
                    "asks for changes to " + titled(after) + ":");
            case APPROVED -> after.workflow() instanceof Workflow.Approved
                    ? decided(before, after, NotificationKind.APPROVED,
                            "approved " + titled(after) + "; it may go live.")
                    : decided(before, after, NotificationKind.APPROVAL_GIVEN,
                            "approved " + titled(after) + "; it needs the approval of others, too.");
            case SUBMISSION_WITHDRAWN -> undone(before, after, "took " + titled(after) + " back from review");
            case EDITED -> undone(before, after, "changed " + titled(after));
            case RESTORED -> undone(before, after, "set " + titled(after) + " back to an earlier version");
            case TRASHED -> trashed(before, after);
            case CREATED, UNDELETED -> List.of();
        };
    }

    private List<Notice> submitted(Document after) {
        if (!(after.workflow() instanceof Workflow.InReview review) || review.by().isServer()) {
            return List.of();
        }
        return List.of(notice(after.version(), after, NotificationKind.REVIEW_REQUESTED, asked(review, after),
                "asks you to review " + titled(after) + "." + Message.quoted(after.revision().message())));
    }

    /** The authors hear of a decision, and whoever had asked for it. */
    private List<Notice> decided(@Nullable Document before, Document after, NotificationKind kind, String what) {
        Set<PersonId> concerned = new HashSet<>(after.authors());
        if (before != null && before.workflow() instanceof Workflow.InReview review) {
            concerned.add(review.by());
        }
        return List.of(notice(after.version(), after, kind, concerned,
                what + Message.quoted(after.revision().message())));
    }

    /**
     * Those whose approval is void hear of it, and those who are asked no more. Of a run of autosaves any may be the one that is seen
     * first, so that what they undid is named by the version before.
     */
    private List<Notice> undone(@Nullable Document before, Document after, String what) {
        if (before == null) {
            return List.of();
        }
        Set<PersonId> approvers = after.body().hash().equals(before.body().hash()) ? Set.of() : approvers(before);
        Set<PersonId> asked = new HashSet<>(asked(before));
        asked.removeAll(approvers);
        return List.of(
                notice(before.version(), after, NotificationKind.APPROVAL_VOIDED, approvers, what + " (version "
                        + after.version() + "); your approval of version " + before.version() + " is void."),
                notice(before.version(), after, NotificationKind.REVIEW_WITHDRAWN, asked,
                        what + "; you need not review it any more."));
    }

    /** Whoever wrote the document hears of it, and whoever was to review it or has done so. */
    private List<Notice> trashed(@Nullable Document before, Document after) {
        Set<PersonId> concerned = new HashSet<>(after.authors());
        if (before != null) {
            concerned.addAll(asked(before));
            concerned.addAll(approvers(before));
            if (before.workflow() instanceof Workflow.ChangesRequested requested) {
                concerned.add(requested.by());
            }
        }
        return List.of(notice(after.version(), after, NotificationKind.TRASHED, concerned,
                "put " + titled(after) + " into the trash."));
    }

    private static Set<PersonId> approvers(Document document) {
        return document.workflow().approvals().stream().map(Approval::by).collect(Collectors.toSet());
    }

    /** Those whom a person has asked to review the document; nobody where it is not in review. */
    private Set<PersonId> asked(Document document) {
        return document.workflow() instanceof Workflow.InReview review && !review.by().isServer()
                ? asked(review, document)
                : Set.of();
    }

    /** Those who are asked: the people named, or everybody who could, but for the authors. */
    private Set<PersonId> asked(Workflow.InReview review, Document document) {
        Reviewers reviewers = review.reviewers();
        if (!reviewers.people().isEmpty()) {
            return reviewers.people();
        }
        return colleagues.all().stream().filter(reviewers::includes).map(Colleague::id)
                .filter(person -> !document.authors().contains(person)).collect(Collectors.toSet());
    }

    private Notice notice(int key, Document after, NotificationKind kind, Set<PersonId> to, String what) {
        Revision revision = after.revision();
        return new Notice(after.id().value() + "@" + key, kind, to, revision.by(), revision.at(),
                new Message(About.document(after.id(), after.version()), Names.of(after),
                        names.of(revision.by()) + " " + what, Names.link(after)));
    }

    private static String titled(Document document) {
        return "“" + Names.of(document) + "”";
    }
}
