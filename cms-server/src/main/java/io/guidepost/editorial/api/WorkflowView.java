package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands, flat.
 *
 * @param state one of Draft, InReview, ChangesRequested and Approved
 * @param by who brought it there; of an approved one, who approved it last
 * @param at when
 * @param reason what is to be changed
 * @param reviewers ids of those who were asked by name
 * @param reviewerRole the role that was asked
 * @param approvals those given so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowView(String state, @Nullable String by, @Nullable Instant at, @Nullable String reason,
        @Nullable List<String> reviewers, @Nullable String reviewerRole, @Nullable List<ApprovalView> approvals) {

    /** One approval. */
    public record ApprovalView(String by, Instant at) {}

    /** The view of a state. */
    public static WorkflowView of(Workflow workflow) {
        String state = workflow.state();
        return switch (workflow) {
            case Workflow.Draft _ -> new WorkflowView(state, null, null, null, null, null, null);
            case Workflow.InReview(PersonId by, Instant at, Reviewers reviewers, List<Approval> approvals) ->
                new WorkflowView(
                        state, by.value(), at, null, people(reviewers), role(reviewers), views(approvals));
            case Workflow.ChangesRequested(PersonId by, Instant at, String reason, Reviewers reviewers) ->
                new WorkflowView(
                        state, by.value(), at, reason, people(reviewers), role(reviewers), null);
            case Workflow.Approved(List<Approval> approvals) -> new WorkflowView(state,
                    approvals.getLast().by().value(), approvals.getLast().at(), null, null, null, views(approvals));
        };
    }

    private static List<ApprovalView> views(List<Approval> approvals) {
        return approvals.stream().map(approval -> new ApprovalView(approval.by().value(), approval.at())).toList();
    }

    private static @Nullable List<String> people(Reviewers reviewers) {
        return reviewers.people().isEmpty()
                ? null
                : reviewers.people().stream().map(PersonId::value).sorted().toList();
    }

    private static @Nullable String role(Reviewers reviewers) {
        Role role = reviewers.role();
        return role == null ? null : role.key();
    }
}
