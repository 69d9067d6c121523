package io.guidepost.editorial.api;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final Answers answers;

    HistoryController(Documents documents, Editing editing, Answers answers) {
        this.documents = documents;
        this.editing = editing;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The versions of a document, the newest first, without their content")
    Page versions(Actor actor, @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Integer after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        Page.requireLimit(limit);
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
        actor.require(Permission.READ);
        Document document = find(id, version);
        return DocumentView.of(document, document.content(), null);
    }

    @PostMapping("/{version}/restore")
    @Operation(summary = "Set the content of a document back to that of a version, as a new version")
    ResponseEntity<DocumentView> restore(Actor actor, @PathVariable DocumentId id, @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String current) {
        return answers.of(editing.restore(actor, id, Versions.ifMatch(current), version));
    }

    private Document find(DocumentId id, int version) {
        return documents.version(id, version).orElseThrow(() -> new DocumentNotFoundException(id, version));
    }
}
