package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class JsonSchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ContentModel REAL = ContentModel.parse(Schemas.real());
    private static final DocumentType PHASE = REAL.type("RoadmapPhase");
    private static final DocumentType SITE = REAL.type("SiteSettings");

    @ParameterizedTest
    @ValueSource(strings = {"Faq", "RoadmapPhase", "RoleGuide", "SearchSynonyms", "SiteSettings", "Source"})
    void every_document_type_has_a_json_schema_that_is_one(String type) {
        var metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(REAL.type(type).jsonSchema().toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void embedded_types_are_defined_once_and_computed_fields_left_out() {
        var schema = REAL.type("RoleGuide").jsonSchema();
        assertThat(schema.at("/$defs").propertyNames()).contains("Skill", "Salary", "SalaryBand", "LabelledPoint")
                .doesNotContain("RoleStatistics");
        assertThat(schema.at("/properties/statistics").isMissingNode()).isTrue();
        assertThat(schema.at("/properties/year/description").stringValue())
                .isEqualTo("The year that the guide is for.");
        assertThat(schema.at("/properties/faqs/items/x-guidepost-reference").stringValue()).isEqualTo("Faq");
    }

    @Test
    void sound_content_is_valid() {
        assertThat(problems(PHASE, phase())).isEmpty();
        assertThat(PHASE.problems(phase(), Stage.PUBLISH)).isEmpty();
        assertThat(problems(SITE, site())).isEmpty();
        assertThat(SITE.problems(site(), Stage.PUBLISH)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            extra    | 1
            id       | "x"
            slug     | null
            slug     | "No Slug"
            slug     | "ab"
            name     | ""
            name     | "  "
            name     | "sixty-one characters are one too many for the name of a phase"
            quizRole | "No Key"
            unit     | "DAYS"
            from     | 0
            from     | 121
            from     | 1.5
            from     | "1"
            body     | ""
            body     | {}
            """)
    void schema_and_validation_agree_on_what_is_wrong_with_a_phase(String field, String value) {
        agree(PHASE, phase(), field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            press        | "x"
            press        | [null]
            press        | [{}]
            press        | [{"name": "A paper", "url": "ftp://paper.example"}]
            press        | [{"name": "A paper", "url": "no address"}]
            press        | [{"name": "A paper", "link": "https://paper.example"}]
            press        | [{"name":"1"},{"name":"2"},{"name":"3"},{"name":"4"},{"name":"5"},{"name":"6"},{"name":"7"},{"name":"8"},{"name":"9"},{"name":"10"},{"name":"11"},{"name":"12"},{"name":"13"}]
            callToAction | "x"
            callToAction | {"heading": "Start"}
            """)
    void schema_and_validation_agree_on_what_is_wrong_with_the_site(String field, String value) {
        agree(SITE, site(), field, value);
    }

    @Test
    void a_date_and_a_doubled_reference_are_seen_by_the_schema_too() {
        var source = Schemas
                .json("""
                        {"slug": "a-source", "title": "A title", "publisher": "A house", "url": "https://house.example", "accessed": "2026-02-30"}""");
        assertThat(problems(REAL.type("Source"), source)).extracting(Error::getKeyword).containsExactly("format");
        var guide = Schemas.json("""
                {"faqs": ["faq-one", "faq-one", "faq-two"]}""");
        assertThat(problems(REAL.type("RoleGuide"), guide)).extracting(Error::getKeyword).contains("uniqueItems");
    }

    private static void agree(DocumentType type, ObjectNode sound, String field, String json) {
        sound.set(field, Schemas.json("{\"value\": " + json + "}").get("value"));
        assertThat(problems(type, sound)).isNotEmpty();
        assertThat(type.problems(sound, Stage.PUBLISH)).isNotEmpty();
    }

    private static List<Error> problems(DocumentType type, ObjectNode content) {
        Schema schema = REGISTRY.getSchema(type.jsonSchema());
        return schema.validate(content,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static ObjectNode phase() {
        return Schemas
                .json("""
                        {"slug": "validate", "name": "Validate", "quizRole": null, "unit": "WEEKS", "from": 1, "to": 4, "body": "Talk to {{respondents}} people."}""");
    }

    private static ObjectNode site() {
        return Schemas
                .json("""
                        {"name": "Guidepost", "tagline": "Where to next", "trust": "Trusted.", "press": [{"name": "A paper", "url": "https://paper.example"}],
                         "callToAction": {"heading": "Start", "text": "Take the quiz.", "label": "Go", "url": "https://quiz.example/start"}}""");
    }
}
