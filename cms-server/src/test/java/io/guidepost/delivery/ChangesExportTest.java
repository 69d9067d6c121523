package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The differences between editions as lines of JSON. */
class ChangesExportTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private static final String PROVENANCE = "provenance { snapshot quizVersion filter }";

    @Autowired
    private FakeLiveSites sites;

    @Test
    void a_full_export_is_a_heading_a_line_for_each_document_and_an_end() {
        MvcTestResult answer = get().exchange();
        List<JsonNode> lines = lines(answer);

        assertThat(answer).hasStatus(200).hasContentType("application/x-ndjson").hasHeader("Guidepost-Edition", "2.2")
                .hasHeader("Guidepost-As-Of", "2026-04-01T00:00:00Z");
        assertThat(lines.getFirst().toString())
                .isEqualTo("{\"edition\":\"2.2\",\"changes\":" + sites.latest().documents().size() + "}");
        assertThat(lines.subList(1, lines.size() - 1)).hasSize(sites.latest().documents().size())
                .allMatch(line -> line.get("document").get("id").equals(line.get("id")));
        assertThat(lines.getLast().toString()).isEqualTo("{\"end\":true}");
    }

    @Test
    void a_line_has_every_field_of_the_document_as_a_query_has_it(@Autowired GraphQlSource source) {
        JsonNode line = lines(get().queryParam("since", "1.2").exchange()).get(1);
        JsonNode document = line.get("document");

        assertThat(line.propertyNames()).containsExactly("kind", "type", "id", "slug", "everyPage", "pages",
                "document");
        assertThat(document.propertyNames()).containsExactlyElementsOf(
                source.schema().getObjectType("RoleGuide").getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .filter(name -> !Set.of("alsoConsider", "jsonLd").contains(name)).toList());
        String text = "{ markdown html text figures { token text value n asOf suppressed interval { low high } "
                + PROVENANCE
                + " } citations { key number source { id slug } } }";
        assertThat(document.get("tldr")).isEqualTo(asked("tldr " + text));
        assertThat(document.get("salary"))
                .isEqualTo(asked("salary { intro " + text + " currency bands { level fromYears"
                        + " toYears low high openEnded } growthPaths specialisations remote " + text
                        + " source { id slug } }"));
        assertThat(document.get("faqs")).isEqualTo(asked("faqs { id slug }"));
        String answer = "{ answer label count percent display rank n interval { low high } trend }";
        String questions = "questions { question text heading respondents n suppressed answers " + answer + " }";
        assertThat(document.get("statistics"))
                .isEqualTo(asked("statistics { role respondents recentRespondents suppressed"
                        + " asOf highlights { question text lead answer " + answer + " n suppressed asOf " + PROVENANCE
                        + " } "
                        + questions
                        + " byBackground { background label respondents suppressed " + questions + " asOf " + PROVENANCE
                        + " } countries { country respondents } countryCount alsoExplored { role respondents percent n "
                        + "interval { low high } } "
                        + PROVENANCE + " }"));
    }

    private JsonNode asked(String field) {
        return data(post("{ roleGuide(slug: \"ai-specialist\") { " + field + " } }")).get("roleGuide").values()
                .iterator().next();
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_withdrawn_document_has_a_line_without_it() {
        sites.withdraw(NOW, sites.latest().byId("guide-researcher").orElseThrow());

        assertThat(lines(get().queryParam("since", "2.2").exchange())).extracting(JsonNode::toString).containsExactly(
                "{\"edition\":\"3.2\",\"since\":\"2.2\",\"changes\":1}",
                "{\"kind\":\"WITHDRAWN\",\"type\":\"RoleGuide\",\"id\":\"guide-researcher\",\"slug\":\"researcher\","
                        + "\"everyPage\":false,\"pages\":[]}",
                "{\"end\":true}");
    }

    @Test
    void an_edition_is_pinned_by_the_address_or_by_the_header() {
        assertThat(lines(get().queryParam("edition", "1.1").exchange()).getFirst().get("edition").asString())
                .isEqualTo("1.1");
        assertThat(lines(get().header("Guidepost-Edition", "1").exchange()).getFirst().get("edition").asString())
                .isEqualTo("1.2");
        assertThat(get().queryParam("edition", "1.1").header("Guidepost-Edition", "2.2").exchange()).hasStatus(400);
    }

    @Test
    void the_lines_are_compressed_for_those_who_take_them_so() throws IOException {
        MvcTestResult compressed = get().header(HttpHeaders.ACCEPT_ENCODING, "gzip").exchange();

        assertThat(compressed).hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed.getResponse()
                .getContentAsByteArray()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(get().exchange().getResponse().getContentAsByteArray());
        }
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_stream_that_breaks_off_has_no_end() {
        sites.lose(sites.latest().byId("guide-researcher").orElseThrow().publication());

        List<JsonNode> lines = lines(get().exchange());

        assertThat(lines).hasSizeBetween(1, lines.getFirst().get("changes").asInt())
                .noneMatch(line -> line.path("id").asString("").equals("guide-researcher"))
                .noneMatch(line -> line.has("end"));
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_document_that_is_not_as_the_schema_has_it_keeps_no_other_from_being_told() {
        LiveDocument faq = sites.latest().ofType("Faq").firstEntry().getValue();
        sites.publish(NOW, List.of(new FakeLiveSites.Published("Faq", faq.id(), faq.slug(),
                json.createObjectNode().put("slug", faq.slug())),
                new FakeLiveSites.Published("Faq", "faq-whole", "whole", json.createObjectNode().put("slug", "whole")
                        .put("question", "Is it whole?").put("answer", "It is."))));

        List<JsonNode> lines = lines(get().queryParam("since", "2.2").exchange());

        assertThat(lines).hasSize(4);
        assertThat(lines.subList(1, 3)).extracting(line -> line.has("document")).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @CsvSource({"since, 9.2, There is no release 9", "since, later, this is neither", "since, 1, no snapshot",
        "edition, 3, There is no release 3"})
    void an_edition_that_there_is_not_is_refused(String parameter, String value, String message) {
        MvcTestResult answer = get().queryParam(parameter, value).exchange();

        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:guidepost:problem:refused-query");
        assertThat(body(answer).get("detail").asString()).contains(message);
    }

    private MockMvcRequestBuilder get() {
        return http.get().uri("/graphql/changes");
    }

    private List<JsonNode> lines(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines()
                .map(json::readTree).toList();
    }
}
