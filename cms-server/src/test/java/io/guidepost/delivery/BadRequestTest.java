package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BadRequestTest extends DeliveryTest {

    static Stream<Arguments> queriesThatCannotBeRun() {
        String pins = "related { pins { ".repeat(9) + "slug" + " } }".repeat(9);
        String fragments = IntStream.range(0, 40)
                .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" "));
        return Stream.of(Arguments.of("a query that ends too early", "{ edition {", "Invalid"),
                Arguments.of("an unknown field", "{ edition { id nonsense } }", "nonsense"),
                Arguments.of("a missing argument", "{ roleGuide { title } }", "slug"),
                Arguments.of("a malformed slug", "{ roleGuide(slug: \"Not A Slug\") { title } }", "A Slug is"),
                Arguments.of("a malformed instant",
                        "{ faqs(filter: {publishedSince: \"yesterday\"}) { totalCount } }", "A DateTime is"),
                Arguments.of("a cycle of fragments",
                        "{ edition { ...A } } fragment A on Edition { ...B } fragment B on Edition { ...A }", "cycle"),
                Arguments.of("a query nested too deep", "{ roleGuide(slug: \"ai-specialist\") { " + pins + " } }",
                        "fields deep"),
                Arguments.of("a query for too much",
                        "{ roleGuides(first: 100) { nodes { related { pins { related { pins { faqs { slug } } } } } } } }",
                        "complexity"),
                Arguments.of("a query whose fragments double over and over",
                        "{ ...F0 } " + fragments + " fragment F40 on Query { edition { id } }", "complexity"),
                Arguments.of("a query of too many tokens", "{" + " a: __typename".repeat(3000) + "}", "tokens"),
                Arguments.of("a mutation", "mutation { publish }", "mutation"),
                Arguments.of("no operation", "fragment A on Edition { id }", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queriesThatCannotBeRun")
    void a_query_that_cannot_be_run_is_refused_with(String what, String query, String message) {
        MvcTestResult answer = post(query);

        assertThat(answer).hasStatus(400).hasContentType(GRAPHQL_RESPONSE);
        assertThat(body(answer).has("data")).isFalse();
        assertThat(body(answer).at("/errors/0/message").asString()).containsIgnoringCase(message);
    }

    @Test
    void a_client_of_old_gets_the_same_errors_with_status_200() {
        MvcTestResult answer = http.post().uri("/graphql").accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON).content("{\"query\": \"{ nonsense }\"}").exchange();

        assertThat(answer).hasStatus(200).hasContentType(MediaType.APPLICATION_JSON);
        assertThat(body(answer).at("/errors/0/message").asString()).contains("nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: 0", "first: -5", "first: 1000", "after: \"bad\"", "after: \"%%%\"",
        "after: \"U291cmNlOngteQ\""})
    void an_argument_out_of_bounds_is_an_error_of_its_field(String argument) {
        MvcTestResult answer = post("{ roleGuides(" + argument + ") { totalCount } }");

        assertThat(answer).hasStatus(200).hasHeader("Guidepost-Edition", "2.2")
                .hasHeader("Guidepost-As-Of", "2026-04-01T00:00:00Z");
        assertThat(body(answer).at("/errors/0/path/0").asString()).isEqualTo("roleGuides");
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"variables\": {}}", "{\"query\": {}}",
        "{\"query\": \"{ __typename }\", \"variables\": \"x\"}", ""})
    void a_body_that_is_no_request_is_refused(String body) {
        MvcTestResult answer = postBody(body);

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(answer).get("type").asString()).startsWith("urn:guidepost:problem:");
    }

    @Test
    void a_method_that_is_not_for_queries_is_refused_and_told_which_are() {
        MvcTestResult answer = http.put().uri("/graphql").exchange();

        assertThat(answer).hasStatus(405);
        assertThat(answer.getResponse().getHeader("Allow").split(",")).containsExactlyInAnyOrder("GET", "HEAD",
                "POST");
    }

    @Test
    void null_variables_are_none() {
        assertThat(postBody("{\"query\": \"{ __typename }\", \"variables\": null}")).hasStatus(200);
    }

    @Test
    void a_body_of_another_media_type_is_refused() {
        MvcTestResult answer = http.post().uri("/graphql").contentType(MediaType.TEXT_PLAIN).content("{ a }")
                .exchange();

        assertThat(answer).hasStatus(415);
        assertThat(body(answer).get("detail").asString()).contains("application/json");
    }

    @Test
    void huge_variables_that_are_not_used_do_no_harm() {
        assertThat(post("{ __typename }", Map.of("x", "y".repeat(500_000)))).hasStatus(200);
    }

    @Test
    void an_unexpected_failure_is_told_without_its_details() {
        MvcTestResult answer = post("{ roleGuide(slug: \"researcher\") { slug alsoConsider { degraded } } }");

        assertThat(answer).hasStatus(200);
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(body(answer).toString()).doesNotContain("password");
    }
}
