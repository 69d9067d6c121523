package io.guidepost.editorial.api;

import io.guidepost.content.ContentModel;
import io.guidepost.editorial.Deletion;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.PartialChange;
import io.guidepost.editorial.SaveOptions;
import io.guidepost.editorial.Trash;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/documents")
@Tag(name = "Documents", description = "Working copies: written, changed, deleted and taken back")
class DocumentController {

    private final Documents documents;
    private final Editing editing;
    private final Trash trash;
    private final ContentModel model;
    private final Answers answers;

    DocumentController(Documents documents, Editing editing, Trash trash, ContentModel model, Answers answers) {
        this.documents = documents;
        this.editing = editing;
        this.trash = trash;
        this.model = model;
        this.answers = answers;
    }

    /** A new document. */
    record NewDocument(@NotBlank String type, @Nullable String id,
            @NotNull @Schema(implementation = Object.class, description = "The fields of the type, as its JSON Schema says.") ObjectNode content) {}

    /** A changed content, and why it was changed. */
    record ChangedContent(
            @NotNull @Schema(implementation = Object.class, description = "The fields of the type, as its JSON Schema says.") ObjectNode content,
            @Nullable @Size(max = 2_000) String message) {}

    @GetMapping
    @Operation(summary = "The working copies, in pages, without their content")
    Page list(Actor actor, @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean trash,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        if (type != null) {
            model.type(type);
        }
        if (workflow != null && !Workflow.STATES.contains(workflow)) {
            throw new MalformedQueryException(
                    "“workflow” must be one of Draft, InReview, ChangesRequested and Approved.");
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw new MalformedQueryException("“text” must not hold a NUL character.");
        }
        List<Document> found = documents
                .list(new DocumentQuery(type, workflow, slug, text, trash, after, limit + 1));
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
                .eTag(Versions.tag(document.version())).body(answers.view(document));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A working copy, with what keeps it from going live")
    ResponseEntity<DocumentView> get(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        return answers.of(documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id)));
    }

    @Command("documents.save")
    @PutMapping("/{id}")
    @Operation(summary = "Replace the content of a document", description = "With `merge=true` a stale change is merged with what "
            + "others changed meanwhile, where they touched other fields. With `autosave=true` a run of saves by one person is one "
            + "version of the history. A save takes a document that is in review or approved back to a draft, and says so under `effect`.")
    ResponseEntity<DocumentView> save(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean merge,
            @RequestParam(defaultValue = "false") boolean autosave, @Valid @RequestBody ChangedContent body) {
        return answers.of(editing.save(actor, id, Versions.ifMatch(version), body.content(),
                new SaveOptions(body.message() == null ? "" : body.message(), autosave, merge)));
    }

    @Command("documents.merge-patch")
    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    @Operation(summary = "Change parts of a document's content", description = "By a JSON Merge Patch (RFC 7386) or a JSON Patch (RFC 6902, "
            + "`test` included) of the content, as the media type says. `merge` and `autosave` are as for replacing it; with `merge=true` a `test` is "
            + "made of the newest content, or of what the patch itself has made of the place before.")
    ResponseEntity<DocumentView> mergePatch(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean merge,
            @RequestParam(defaultValue = "false") boolean autosave,
            @RequestParam(defaultValue = "") @Size(max = 2_000) String message, @RequestBody JsonNode patch) {
        return answers.of(editing.change(actor, id, Versions.ifMatch(version),
                PartialChange.mergePatch(patch), new SaveOptions(message, autosave, merge)));
    }

    @Command("documents.json-patch")
    @PatchMapping(path = "/{id}", consumes = "application/json-patch+json")
    @Operation(hidden = true)
    ResponseEntity<DocumentView> jsonPatch(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean merge,
            @RequestParam(defaultValue = "false") boolean autosave,
            @RequestParam(defaultValue = "") @Size(max = 2_000) String message, @RequestBody JsonNode operations) {
        return answers.of(editing.change(actor, id, Versions.ifMatch(version),
                PartialChange.jsonPatch(operations), new SaveOptions(message, autosave, merge)));
    }

    @Command("documents.delete")
    @DeleteMapping("/{id}")
    @Operation(summary = "Put a document into the trash", description = "Refused while it is live, or while others need it; with "
            + "`withReferrers=true` those go with it, 500 at most; `takenAlong` names them.")
    ResponseEntity<DeletionView> delete(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean withReferrers) {
        Deletion deletion = trash.delete(actor, id, Versions.ifMatch(version), withReferrers);
        return ResponseEntity.ok().eTag(Versions.tag(deletion.document().version()))
                .body(DeletionView.of(answers.view(deletion.document()), deletion));
    }

    @Command("documents.undelete")
    @PostMapping("/{id}/undelete")
    @Operation(summary = "Take a document out of the trash")
    ResponseEntity<DocumentView> undelete(Actor actor, @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answers.of(trash.undelete(actor, id, Versions.ifMatch(version)));
    }
}
