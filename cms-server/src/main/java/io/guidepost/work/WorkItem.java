package io.guidepost.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Revision;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A working copy as lists of work show it.
 *
 * @param liveState never, current, outdated (a later version is being worked on) or withdrawn
 * @param trashed who put it into the trash and when; left out where it is not there
 * @param problems how many problems keep it from going live; left out while the search engine is away
 * @param highlights where the words that were asked for stand, by title and text, as HTML with {@code <mark>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(String id, String type, String slug, String title, int version, Standing workflow, String change,
        String by, Instant at, @Nullable String message, @Nullable String effect, Instant created, String hash,
        @Nullable LiveMark live, String liveState, @Nullable Deed trashed, @Nullable Integer problems,
        @Nullable Map<String, List<String>> highlights) {

    /** Who did something, and when. */
    record Deed(String by, Instant at) {}

    /** The release that says what is live, and the version; none: it was withdrawn. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiveMark(int release, @Nullable Integer version) {

        static @Nullable LiveMark of(@Nullable Live live) {
            return live == null ? null : new LiveMark(live.release(), live.version());
        }
    }

    /** Where it stands, as documents show it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(String state, @Nullable String by, @Nullable Instant at, @Nullable String reason,
            @Nullable List<String> reviewers, @Nullable String reviewerRole, @Nullable List<Deed> approvals) {

        static Standing of(Workflow workflow) {
            String state = workflow.state();
            return switch (workflow) {
                case Workflow.Draft _ -> new Standing(state, null, null, null, null, null, null);
                case Workflow.InReview(PersonId by, Instant at, Reviewers reviewers, List<Approval> approvals) ->
                    new Standing(
                            state, by.value(), at, null, people(reviewers), role(reviewers), deeds(approvals));
                case Workflow.ChangesRequested(PersonId by, Instant at, String reason, Reviewers reviewers) ->
                    new Standing(
                            state, by.value(), at, reason, people(reviewers), role(reviewers), null);
                case Workflow.Approved(List<Approval> approvals) -> new Standing(state,
                        approvals.getLast().by().value(), approvals.getLast().at(), null, null, null,
                        deeds(approvals));
            };
        }

        private static List<Deed> deeds(List<Approval> approvals) {
            return approvals.stream().map(approval -> new Deed(approval.by().value(), approval.at())).toList();
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

    static WorkItem of(Document document, @Nullable Integer problems) {
        Revision revision = document.revision();
        Deed trashed = document.trashed() == null
                ? null
                : new Deed(document.trashed().by().value(), document.trashed().at());
        return new WorkItem(document.id().value(), document.type(), document.slug(), document.title(),
                document.version(), Standing.of(document.workflow()), revision.change().name(), revision.by().value(),
                revision.at(), revision.message().isEmpty() ? null : revision.message(), revision.effect(),
                document.created(), document.body().hash(), LiveMark.of(document.live()),
                LiveState.of(document).key(), trashed, problems, null);
    }

    WorkItem highlighted(Map<String, List<String>> marks) {
        return new WorkItem(id, type, slug, title, version, workflow, change, by, at, message, effect, created, hash,
                live, liveState, trashed, problems, marks.isEmpty() ? null : marks);
    }
}
