package io.guidepost.editorial.api;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.UnknownTypeException;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/types")
@Tag(name = "Document types", description = "The content model")
class TypeController {

    private final ContentModel model;

    TypeController(ContentModel model) {
        this.model = model;
    }

    /** A document type in short. */
    record TypeView(String name, String description, String schema) {

        static TypeView of(DocumentType type) {
            return new TypeView(type.name(), type.description(), "/api/types/" + type.name() + "/schema");
        }
    }

    @GetMapping
    @Operation(summary = "The document types")
    List<TypeView> list(Actor actor) {
        actor.require(Permission.READ);
        return model.types().stream().map(TypeView::of).toList();
    }

    @GetMapping(path = "/{name}/schema", produces = {"application/schema+json", "application/json"})
    @Operation(summary = "A document type as a JSON Schema (2020-12)")
    ObjectNode schema(Actor actor, @PathVariable String name) {
        actor.require(Permission.READ);
        return model.type(name).jsonSchema();
    }

    /** Here the type is what was asked for; elsewhere it is a part of the request. */
    @ExceptionHandler
    ProblemDetail missing(UnknownTypeException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-type", "There is no such document type",
                refusal.getMessage());
    }
}
