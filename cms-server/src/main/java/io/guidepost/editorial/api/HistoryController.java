package io.guidepost.editorial.api;

import io.guidepost.comparison.Comparison;
import io.guidepost.comparison.Difference;
import io.guidepost.content.ContentModel;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.PageLimit;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}/versions")
@Tag(name = "History", description = "Every version of a document: who made it, when and why")
class HistoryController {

    private final Documents documents;
    private final Editing editing;
    private final ContentModel model;
    private final Answers answers;

    /** What changed from one version to another. */
    record ComparisonView(int from, int to, List<Difference> differences) {}

    HistoryController(Documents documents, Editing editing, ContentModel model, Answers answers) {
        this.documents = documents;
        this.editing = editing;
        this.model = model;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The versions of a document, the newest first, without their content")
    Page versions(Actor actor, @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Integer after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<Document> versions = documents.history(id, after == null ? Integer.MAX_VALUE : after, limit);
        if (versions.isEmpty() && after == null) {
            throw new DocumentNotFoundException(id);
        }
        boolean more = versions.size() == limit && versions.getLast().version() > 1;
        return new Page(versions.stream().map(DocumentView::slim).toList(),
                more ? String.valueOf(versions.getLast().version()) : null);
    }

    @GetMapping("/{version}")
    @Operation(summary = "A version of a document")
    DocumentView version(Actor actor, @PathVariable DocumentId id, @PathVariable int version) {
        Document document = find(actor, id, version);
        return DocumentView.of(document, document.content(), null);
    }

    @Command("documents.restore")
    @PostMapping("/{version}/restore")
    @Operation(summary = "Set the content of a document back to that of a version, as a new version")
    ResponseEntity<DocumentView> restore(Actor actor, @PathVariable DocumentId id, @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String current) {
        return answers.of(editing.restore(actor, id, Versions.ifMatch(current), version));
    }

    @GetMapping(path = "/{version}/difference", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What changed since a version", description = "Up to the version `to`, or to the working copy; fields, list items "
            + "added, removed and moved, and words within texts. As text with `Accept: text/plain`.")
    ComparisonView difference(Actor actor, @PathVariable DocumentId id, @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer to) {
        Document before = find(actor, id, version);
        Document after = to == null ? head(id) : find(actor, id, to);
        return new ComparisonView(version, after.version(), between(before, after));
    }

    @GetMapping(path = "/{version}/difference", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String differenceAsText(Actor actor, @PathVariable DocumentId id, @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer to) {
        List<Difference> differences = difference(actor, id, version, to).differences();
        return differences.isEmpty() ? "Nothing changed.\n" : Comparison.asText(differences);
    }

    private List<Difference> between(Document before, Document after) {
        return Comparison.between(model.type(after.type()), before.content(), after.content());
    }

    private Document head(DocumentId id) {
        return documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
    }

    private Document find(Actor actor, DocumentId id, int version) {
        actor.require(Permission.READ);
        return documents.version(id, version).orElseThrow(() -> new DocumentNotFoundException(id, version));
    }
}
