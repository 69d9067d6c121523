package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentModelTest {

    private static final ContentModel REAL = ContentModel.parse(Schemas.real());

    @Test
    void the_schema_files_declare_the_document_types() {
        assertThat(REAL.types()).extracting(DocumentType::name).containsExactly("Faq", "RoadmapPhase", "RoleGuide",
                "SearchSynonyms", "SiteSettings", "Source");
    }

    @Test
    void a_document_type_knows_its_fields_in_the_order_of_the_schema() {
        assertThat(REAL.type("Faq").fields()).extracting(Field::name).containsExactly("id", "slug", "question",
                "answer", "quizRole", "publishedAt");
    }

    @Test
    void fields_have_the_types_and_rules_of_the_schema() {
        var guide = REAL.type("RoleGuide");
        assertThat(field(guide, "faqs").type()).isEqualTo(new FieldType.ListOf(new FieldType.Reference("Faq")));
        assertThat(field(guide, "faqs").rules().items().orElseThrow().min()).isEqualTo(3);
        assertThat(field(guide, "tldr").type()).isEqualTo(new FieldType.ListOf(new FieldType.RichText()));
        assertThat(field(guide, "slug").rules().unique()).isTrue();
        assertThat(field(guide, "role").rules().text()).contains(new Rules.Length(1, 60));
        assertThat(field(guide, "related").required()).isFalse();
        assertThat(field(guide, "statistics").computed()).isTrue();
        assertThat(field(guide, "year").description()).isEqualTo("The year that the guide is for.");
        assertThat(((FieldType.Embedded) field(guide, "related").type()).fields()).allMatch(Field::weak);
        assertThat(field(REAL.type("RoadmapPhase"), "unit").type()).isInstanceOf(FieldType.Enumeration.class);
    }

    @Test
    void a_document_is_named_by_the_fields_that_its_type_says() {
        var faq = REAL.type("Faq");
        var content = Schemas.json("""
                {"slug": "is-it-hard", "question": " Is it hard? ", "quizRole": "ai-specialist"}""");
        assertThat(faq.slug(content)).contains("is-it-hard");
        assertThat(faq.title(content)).isEqualTo("Is it hard?");
        assertThat(faq.quizRole(content)).contains("ai-specialist");
        assertThat(faq.slug(Schemas.json("{\"slug\": 7}"))).isEmpty();
        assertThat(faq.slug(Schemas.json("{\"slug\": \"Not One\"}"))).isEmpty();
        assertThat(faq.title(Schemas.json("{}"))).isEmpty();
    }

    @Test
    void the_only_document_of_a_type_has_the_type_s_name_as_its_slug() {
        assertThat(REAL.type("SiteSettings").slugField()).isEmpty();
        assertThat(REAL.type("SiteSettings").slug(Schemas.json("{}"))).contains("site-settings");
    }

    @Test
    void pages_show_a_type_unless_it_says_otherwise() {
        assertThat(REAL.type("SiteSettings").isShown()).isTrue();
        assertThat(REAL.type("SearchSynonyms").isShown()).isFalse();
    }

    @Test
    void an_unknown_type_is_refused_by_name() {
        assertThatThrownBy(() -> REAL.type("Recipe")).isInstanceOf(UnknownTypeException.class)
                .hasMessageContaining("“Recipe”; there are Faq, RoadmapPhase,");
        assertThat(REAL.find("Recipe")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            type Note @document(slug: "slug", title: "title") { title: String! }                       | Note names slug as its slug, but has no such field
            type Note @document(title: "heading") { title: String! }                                   | Note names heading as its title, but has no such field
            type Note @document(slug: "title", title: "title") { title: String! }                      | Note.title is its document's slug, so it must be written, and of type Slug!
            type Note @document(title: "title") { title: String }                                      | Note.title is its document's title, so it must be written, and of type String!
            type Note @document(title: "title") { title: String! @computed }                           | Note.title is its document's title
            type Note @document(title: "title") { title: String! @shiny }                              | shiny
            type Note @document(title: "title") { title: String! @text }                               | text
            type Note @document(title: "title") { title: String! n: Int @text(max: 3) }                | Note.n: @text belongs on texts
            type Note @document(title: "title") { title: String! @items(max: 3) }                      | Note.title: @items belongs on lists
            type Note @document(title: "title") { title: String! @range(max: 3) }                      | Note.title: @range belongs on numbers
            type Note @document(title: "title") { title: String! @notBelow(field: "a") a: Int }        | Note.title: @notBelow belongs on single numbers
            type Note @document(title: "title") { title: String! a: Int @notBelow(field: "title") }    | Note.a: @notBelow names title, which is no number beside it
            type Note @document(title: "title") { title: String! a: Int @currency }                    | Note.a: @currency belongs on single texts
            type Note @document(title: "title") { title: String! @weak }                               | Note.title: @weak belongs on references
            type Note @document(title: "title") { title: String! @quizRole }                           | Note.title: @quizRole belongs on a Slug
            type Note @document(title: "title") { title: String! a: [Int!] @unique }                   | Note.a: @unique belongs on single values
            type Note @document(title: "title") { title: String! a: Slug @quizRole b: Slug @quizRole } | more than one field marked @quizRole
            type Note @document(title: "title") { title: String! @text(min: 9, max: 3) }               | Note.title: the minimum of @text
            type Note @document(title: "title") { title: String! a: Int @range(min: 9, max: 3) }       | Note.a: the minimum of @range
            type Note @document(title: "title") { title: String! a: Int @computed @range(max: 3) }     | Note.a: @range belongs on fields that are written
            type Note @document(title: "title") { title: String! a: [Int] }                            | Note.a must be a list of values that are never null
            type Note @document(title: "title") { title: String! a: [[Int!]!] }                        | Note.a must be a list of values that are never null
            type Note @document(title: "title") { title: String! a(b: Int): Int }                      | Note.a takes arguments, so it must be marked @computed
            scalar Colour type Note @document(title: "title") { title: String! a: Colour }             | Note.a is of the scalar type Colour, which content does not know
            type Note @document(title: "title") { title: String! a: Missing }                          | Missing
            type Tree { tree: Tree } type Note @document(title: "title") { title: String! a: Tree }    | Tree.tree embeds Tree in itself
            union Any = Note type Note @document(title: "title") { title: String! a: Any }             | Note.a is of type Any
            type Note { title: String! }                                                               | No type is marked @document
            type Note {                                                                                | Invalid syntax
            """)
    void a_faulty_schema_is_refused_with_what_is_wrong(String types, String fault) {
        assertThatThrownBy(() -> ContentModel.parse(Schemas.with(types))).isInstanceOf(FaultySchemaException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void all_faults_of_a_schema_are_told_at_once() {
        assertThatThrownBy(() -> ContentModel.parse(Schemas.with("""
                type Note @document(slug: "slug", title: "title") { title: String! @weak n: Int @text(max: 3) }""")))
                .hasMessageContaining("slug")
                .hasMessageContaining("@weak").hasMessageContaining("@text");
    }

    private static Field field(DocumentType type, String name) {
        return type.fields().stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
