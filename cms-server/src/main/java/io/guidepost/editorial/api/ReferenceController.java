package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReferrerPage(List<Referrer> items, @Nullable String next) {}

    @GetMapping("/references")
    @Operation(summary = "What a working copy refers to")
    List<Reference> references(Actor actor, @PathVariable DocumentId id) {
        Document document = find(actor, id);
        return model.type(document.type()).references(document.content());
    }

    @GetMapping("/referrers")
    @Operation(summary = "What refers to a document, of the working copies that are not in the trash, in pages")
    ReferrerPage referrers(Actor actor, @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        Document document = find(actor, id);
        PageLimit.require(limit);
        List<Referrer> found = references.to(document, after, limit + 1);
        List<Referrer> items = found.subList(0, Math.min(limit, found.size()));
        return new ReferrerPage(items,
                found.size() > limit ? items.getLast().document() + items.getLast().pointer() : null);
    }

    private Document find(Actor actor, DocumentId id) {
        actor.require(Permission.READ);
        return documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
    }
}
