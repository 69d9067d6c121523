package io.guidepost.editorial.api;

import io.guidepost.checks.Finding;
import io.guidepost.checks.Severity;
import io.guidepost.editorial.Checking;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Reviewing;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.Query;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}")
@Tag(name = "Review", description = "Working copies on their way through review")
class ReviewController {

    private final Reviewing reviewing;
    private final Documents documents;
    private final Checking checking;
    private final Answers answers;

    ReviewController(Reviewing reviewing, Documents documents, Checking checking, Answers answers) {
        this.reviewing = reviewing;
        this.documents = documents;
        this.checking = checking;
        this.answers = answers;
    }

    /** Who is asked, by id or by role; neither: whoever may review. */
    record Request(@Nullable @Size(max = 20) List<@NotNull String> reviewers, @Nullable String role,
            @Nullable @Size(max = 2_000) String message) {

        static final Request EMPTY = new Request(null, null, null);

        Reviewers asked() {
            return new Reviewers(reviewers == null
                    ? Set.of()
                    : reviewers.stream().map(Request::person).collect(Collectors.toSet()), asked(role));
        }

        private static PersonId person(String id) {
            try {
                return new PersonId(id);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedQueryException("“" + id + "” is not the id of a person.");
            }
        }

        private static @Nullable Role asked(@Nullable String role) {
            return role == null
                    ? null
                    : Role.ofKey(role).orElseThrow(() -> new MalformedQueryException(
                            "“role” must be one of author, editor, publisher and admin."));
        }
    }

    /** What else there is to say. */
    record Remark(@Nullable @Size(max = 2_000) String message) {}

    /** What is to be changed. */
    record Reason(@NotBlank @Size(max = 2_000) String reason) {}

    /** What the checks find. */
    record Check(boolean ready, int version, List<Finding> findings) {}

    @Query
    @PostMapping("/check")
    @Operation(summary = "Run the publish checks on a working copy, and change nothing", description = "Errors keep it from review and from "
            + "going live, warnings do not.")
    Check check(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        Document document = documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
        List<Finding> findings = checking.findings(document);
        return new Check(findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                document.version(), findings);
    }

    @Command("documents.submit")
    @PostMapping("/submit")
    @Operation(summary = "Hand a document to review", description = "Asks the reviewers named in the body by their ids, or a role, or "
            + "whoever may review.")
    ResponseEntity<DocumentView> submit(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody(required = false) @Nullable Request body) {
        Request request = body == null ? Request.EMPTY : body;
        return answers.of(reviewing.submit(actor, id, Versions.ifMatch(version), request.asked(),
                text(request.message())));
    }

    @Command("documents.withdraw-submission")
    @PostMapping("/withdraw-submission")
    @Operation(summary = "Take a document back from review")
    ResponseEntity<DocumentView> withdrawSubmission(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answers.of(reviewing.withdrawSubmission(actor, id, Versions.ifMatch(version)));
    }

    @Command("documents.approve")
    @PostMapping("/approve")
    @Operation(summary = "Approve a document as it stands")
    ResponseEntity<DocumentView> approve(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody(required = false) @Nullable Remark body) {
        return answers.of(reviewing.approve(actor, id, Versions.ifMatch(version),
                text(body == null ? null : body.message())));
    }

    @Command("documents.request-changes")
    @PostMapping("/request-changes")
    @Operation(summary = "Send a document back to its authors, with a reason")
    ResponseEntity<DocumentView> requestChanges(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Reason body) {
        return answers.of(reviewing.requestChanges(actor, id, Versions.ifMatch(version), body.reason()));
    }

    private static String text(@Nullable String message) {
        return message == null ? "" : message;
    }
}
