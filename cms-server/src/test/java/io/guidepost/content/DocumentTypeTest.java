package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DocumentTypeTest {

    private static final String SDL = """
            type Note @document(slug: "slug", title: "title") {
              slug: Slug! @unique
              title: String! @text(min: 3, max: 10)
              body: RichText
              see: [Note!] @items(max: 2)
              rating: Int @range(min: 1, max: 5)
              more: More
              id: ID! @computed
            }
            type More { url: Url! }
            """;

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static DocumentType note() {
        return ContentModel.parse(SDL).type("Note");
    }

    @Test
    void a_draft_may_be_incomplete_but_not_of_another_shape() {
        assertThat(note().problems(json("{}"), Stage.DRAFT)).isEmpty();
        assertThat(note().problems(json("{'titel': 'a', 'rating': 'x', 'see': 'y', 'id': 'z', 'body': '{{nope}}'}"),
                Stage.DRAFT)).extracting(Problem::pointer, Problem::code).containsExactlyInAnyOrder(
                        tuple("/titel", "unknown-field"),
                        tuple("/rating", "wrong-type"),
                        tuple("/see", "wrong-type"),
                        tuple("/id", "computed-field"),
                        tuple("/body", "malformed-figure"));
    }

    @Test
    void everything_that_keeps_a_content_from_going_live_is_said_at_once() {
        assertThat(note().problems(json("{'title': 'ab', 'see': ['a-b', 'a-b', 'c-d'], 'rating': 6, 'more': {}}"),
                Stage.PUBLISH)).extracting(Problem::pointer, Problem::code).contains(
                        tuple("/slug", "required"),
                        tuple("/title", "too-short"),
                        tuple("/see", "too-many-items"),
                        tuple("/see/1", "duplicate-item"),
                        tuple("/rating", "out-of-range"),
                        tuple("/more/url", "required"));
    }

    @Test
    void a_misspelt_field_gets_a_suggestion() {
        assertThat(note().problems(json("{'titel': 'a'}"), Stage.DRAFT)).singleElement()
                .extracting(Problem::message).asString().contains("did you mean “title”?");
    }

    @Test
    void references_and_citations_are_found_with_their_places() {
        assertThat(note().references(json("{'body': 'So says [@bureau].', 'see': ['note-two']}"))).containsExactly(
                new Reference("/body", "Source", new Reference.BySlug("bureau"), false),
                new Reference("/see/0", "Note", new Reference.ById("note-two"), false));
    }

    @Test
    void a_new_field_needs_no_java() {
        DocumentType type = ContentModel.parse(SDL.replace("rating: Int", "mood: String! @text(max: 3)\n  rating: Int"))
                .type("Note");

        assertThat(type.problems(json("{'mood': 'happy'}"), Stage.PUBLISH)).extracting(Problem::pointer)
                .contains("/mood");
        assertThat(type.jsonSchema().at("/properties/mood/maxLength").asInt()).isEqualTo(3);
    }

    @Test
    void a_directive_where_it_means_nothing_is_refused() {
        assertThatThrownBy(() -> ContentModel.parse(SDL.replace("body: RichText", "body: RichText @text(max: 3)")))
                .isInstanceOf(InvalidModelException.class).hasMessageContaining("Note.body");
    }
}
