package io.guidepost.editorial;

import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small content model, and people who write in it. */
final class Notes {

    static final ContentModel MODEL = ContentModel.parse("""
            "A remark."
            type Note @document(slug: "slug", title: "title") {
              slug: Slug! @unique
              title: String! @text(max: 60)
              body: RichText
              see: [Note!]
              quizRole: Slug @quizRole
            }
            type Source @document(slug: "slug", title: "title") {
              slug: Slug!
              title: String!
            }
            directive @document(slug: String, title: String!) on OBJECT
            directive @unique on FIELD_DEFINITION
            directive @text(min: Int = 1, max: Int!) on FIELD_DEFINITION
            directive @quizRole on FIELD_DEFINITION
            scalar Slug
            type RichText { markdown: String! }
            """);
    /** Every figure exists that has a role to be about. */
    static final FigureCatalog FIGURES = (token, role) -> role == null
            ? Optional.of("The figure names no role.")
            : Optional.empty();
    static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");
    static final Actor ADA = actor("ada", Role.AUTHOR);
    static final Actor EVE = actor("eve", Role.EDITOR);
    static final Actor EDGAR = actor("edgar", Role.EDITOR);

    private Notes() {}

    static Editing editing(Documents documents) {
        return editing(documents, false);
    }

    static Editing editing(Documents documents, boolean selfApproval) {
        return new Editing(documents, MODEL, FIGURES, Clock.fixed(NOW, ZoneOffset.UTC), selfApproval);
    }

    /** A content, in JSON with single quotes. */
    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static ObjectNode note(String slug, String title) {
        return json("{'slug': '%s', 'title': '%s'}".formatted(slug, title));
    }

    private static Actor actor(String id, Role role) {
        return new Actor(new PersonId(id), id, Set.of(role), role.permissions());
    }
}
