package io.guidepost.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.ContentModel;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/documents")
@Tag(name = "Documents", description = "Working copies, their versions and their way through review")
class DocumentController {

    private static final Set<String> STATES = Set.of("Draft", "InReview", "ChangesRequested", "Approved");

    private final Documents documents;
    private final Editing editing;
    private final ContentModel model;

    DocumentController(Documents documents, Editing editing, ContentModel model) {
        this.documents = documents;
        this.editing = editing;
        this.model = model;
    }

    /** A new document. */
    record NewDocument(@NotBlank String type, @Nullable String id,
            @NotNull @Schema(implementation = Object.class, description = "The fields of the type, as its JSON Schema says.") ObjectNode content) {}

    /** A changed content. */
    record ChangedContent(
            @NotNull @Schema(implementation = Object.class, description = "The fields of the type, as its JSON Schema says.") ObjectNode content) {}

    /** What is to be changed. */
    record Reason(@NotBlank @Size(max = 2_000) String reason) {}

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DocumentView> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The working copies, in pages, without their content")
    Page list(Actor actor, @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        requirePage(limit);
        if (type != null) {
            model.type(type);
        }
        if (workflow != null && !STATES.contains(workflow)) {
            throw new MalformedQueryException(
                    "“workflow” must be one of Draft, InReview, ChangesRequested and Approved.");
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw new MalformedQueryException("“text” must not hold a NUL character.");
        }
        List<Document> found = documents
                .list(new DocumentQuery(type, workflow, slug, text, after, limit + 1));
        List<Document> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items.stream().map(DocumentView::slim).toList(),
                found.size() > limit ? items.getLast().id().value() : null);
    }

    @Command("documents.create")
    @PostMapping
    @Operation(summary = "Create a document")
    @ApiResponse(responseCode = "201")
    ResponseEntity<DocumentView> create(Actor actor, @Valid @RequestBody NewDocument body) {
        Document document = editing.create(actor, body.type(), body.id() == null ? null : new DocumentId(body.id()),
                body.content());
        return ResponseEntity.created(URI.create("/api/documents/" + document.id().value()))
                .eTag(Versions.tag(document.version())).body(view(document));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A working copy, with what keeps it from going live")
    ResponseEntity<DocumentView> get(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        return answer(documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id)));
    }

    @Command("documents.save")
    @PutMapping("/{id}")
    @Operation(summary = "Replace the content of a document")
    ResponseEntity<DocumentView> save(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody ChangedContent body) {
        return answer(editing.save(actor, id, Versions.ifMatch(version), body.content()));
    }

    @Command("documents.submit")
    @PostMapping("/{id}/submit")
    @Operation(summary = "Hand a document to review")
    ResponseEntity<DocumentView> submit(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(editing.submit(actor, id, Versions.ifMatch(version)));
    }

    @Command("documents.withdraw-submission")
    @PostMapping("/{id}/withdraw-submission")
    @Operation(summary = "Take a document back from review")
    ResponseEntity<DocumentView> withdrawSubmission(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(editing.withdrawSubmission(actor, id, Versions.ifMatch(version)));
    }

    @Command("documents.approve")
    @PostMapping("/{id}/approve")
    @Operation(summary = "Approve a document as it stands")
    ResponseEntity<DocumentView> approve(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(editing.approve(actor, id, Versions.ifMatch(version)));
    }

    @Command("documents.request-changes")
    @PostMapping("/{id}/request-changes")
    @Operation(summary = "Send a document back to its authors, with a reason")
    ResponseEntity<DocumentView> requestChanges(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Reason body) {
        return answer(editing.requestChanges(actor, id, Versions.ifMatch(version), body.reason()));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "The versions of a document, the newest first, without their content")
    Page versions(Actor actor, @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Integer after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        requirePage(limit);
        List<Document> versions = documents.history(id, after == null ? Integer.MAX_VALUE : after, limit);
        if (versions.isEmpty() && after == null) {
            throw new DocumentNotFoundException(id);
        }
        boolean more = versions.size() == limit && versions.getLast().version() > 1;
        return new Page(versions.stream().map(DocumentView::slim).toList(),
                more ? String.valueOf(versions.getLast().version()) : null);
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "A version of a document")
    DocumentView version(Actor actor, @PathVariable DocumentId id, @PathVariable int version) {
        actor.require(Permission.READ);
        Document document = documents.version(id, version)
                .orElseThrow(() -> new DocumentNotFoundException(id, version));
        return DocumentView.of(document, document.content(), null);
    }

    @GetMapping("/{id}/references")
    @Operation(summary = "What a working copy refers to")
    List<Reference> references(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        Document document = documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
        return model.type(document.type()).references(document.content());
    }

    private ResponseEntity<DocumentView> answer(Document document) {
        return ResponseEntity.ok().eTag(Versions.tag(document.version())).body(view(document));
    }

    private DocumentView view(Document document) {
        return DocumentView.of(document, document.content(), editing.problems(document));
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > 100) {
            throw new MalformedQueryException("“limit” must lie between 1 and 100.");
        }
    }
}
