package io.guidepost.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.Problem;
import io.guidepost.editorial.Document.ChangeKind;
import io.guidepost.security.PersonId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the admin API shows it.
 *
 * @param content what it says; left out in lists
 * @param problems what keeps it from going live; left out in lists and for earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(String id, String type, String slug, String title, int version, WorkflowView workflow,
        ChangeKind change, String by, Instant at, Instant created, @Nullable Live live,
        @Schema(implementation = Object.class) @Nullable ObjectNode content,
        @Nullable List<Problem> problems) {

    /** Where it stands, flat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkflowView(String state, @Nullable String by, @Nullable Instant at, @Nullable String reason) {

        static WorkflowView of(Workflow workflow) {
            String state = workflow.getClass().getSimpleName();
            return switch (workflow) {
                case Workflow.Draft _ -> new WorkflowView(state, null, null, null);
                case Workflow.InReview(PersonId by, Instant at) -> new WorkflowView(state, by.value(), at, null);
                case Workflow.ChangesRequested(PersonId by, Instant at, String reason) -> new WorkflowView(state,
                        by.value(), at, reason);
                case Workflow.Approved(PersonId by, Instant at) -> new WorkflowView(state, by.value(), at, null);
            };
        }
    }

    static DocumentView slim(Document document) {
        return of(document, null, null);
    }

    static DocumentView of(Document document, @Nullable ObjectNode content, @Nullable List<Problem> problems) {
        return new DocumentView(document.id().value(), document.type(), document.slug(), document.title(),
                document.version(), WorkflowView.of(document.workflow()), document.change(), document.by().value(),
                document.at(), document.created(), document.live(), content, problems);
    }
}
