package io.guidepost.editorial.api;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Referrer;
import io.guidepost.editorial.WorkingReferences;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}")
@Tag(name = "References", description = "What working copies refer to, and what refers to them")
class ReferenceController {

    private final Documents documents;
    private final ContentModel model;
    private final WorkingReferences references;

    ReferenceController(Documents documents, ContentModel model, WorkingReferences references) {
        this.documents = documents;
        this.model = model;
        this.references = references;
    }

    @GetMapping("/references")
    @Operation(summary = "What a working copy refers to")
    List<Reference> references(Actor actor, @PathVariable DocumentId id) {
        Document document = find(actor, id);
        return model.type(document.type()).references(document.content());
    }

    @GetMapping("/referrers")
    @Operation(summary = "What refers to a document, of the working copies that are not in the trash")
    List<Referrer> referrers(Actor actor, @PathVariable DocumentId id) {
        return references.to(find(actor, id));
    }

    private Document find(Actor actor, DocumentId id) {
        actor.require(Permission.READ);
        return documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
    }
}
