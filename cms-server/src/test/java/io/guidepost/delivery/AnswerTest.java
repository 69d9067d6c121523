package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.answer.AnswerFilter;
import io.guidepost.security.OpenToOrigins;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** How answers are sent: to clients that take them compressed, have them already, or name their query by its hash. */
class AnswerTest extends DeliveryTest {

    private static final String QUERY = "{ roleGuide(slug: \"data-analyst\") { role faqs { slug question } } }";

    @BeforeEach
    void keepAnswers(@Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        http = MockMvcTester.from(context, builder -> builder.addFilters(filter).build());
    }

    @Test
    void an_answer_says_for_how_long_it_may_be_kept_and_by_what_it_can_be_forgotten() {
        assertThat(get().exchange()).hasStatus(200)
                .hasHeader("Cache-Control", "public, max-age=0, s-maxage=60, stale-while-revalidate=600")
                .hasHeader("Vary", "Accept, Accept-Encoding, Guidepost-Edition");
        assertThat(get().exchange().getResponse().getHeader("Surrogate-Key").split(" "))
                .contains("all", "guide-data-analyst", "faq-data-analyst-need-a-degree");
    }

    @Test
    void a_client_that_has_the_answer_is_told_just_that() {
        String tag = get().exchange().getResponse().getHeader(HttpHeaders.ETAG);
        MvcTestResult again = get().header(HttpHeaders.IF_NONE_MATCH, "\"other\", " + tag).exchange();

        assertThat(tag).matches("\"[0-9a-f]{16}\"");
        assertThat(again).hasStatus(304).hasHeader(HttpHeaders.ETAG, tag);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
    }

    @Test
    void an_edition_in_the_address_is_refused_whatever_is_kept() {
        String body = "{\"query\": \"{ edition { release } }\"}";
        assertThat(postBody(body)).hasStatus(200);

        MvcTestResult answer = http.post().uri("/graphql?edition=1.1").accept(GRAPHQL_RESPONSE)
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).get("detail").asString()).contains("the header Guidepost-Edition pins a request");
        assertThat(get().queryParam("edition", "1.1").exchange()).hasStatus(400);
        assertThat(http.post().uri("/graphql?operationName=Label").accept(GRAPHQL_RESPONSE).contentType(
                MediaType.APPLICATION_JSON).content(body).exchange()).hasStatus(200);
    }

    @Test
    void a_client_that_has_something_else_gets_the_answer() {
        assertThat(get().header(HttpHeaders.IF_NONE_MATCH, "\"other\"").exchange()).hasStatus(200);
    }

    @Test
    void an_answer_is_compressed_for_those_who_take_it_so() throws IOException {
        MvcTestResult plain = get().exchange();
        MvcTestResult compressed = get().header(HttpHeaders.ACCEPT_ENCODING, "br, gzip;q=0.8").exchange();

        assertThat(compressed).hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        assertThat(compressed.getResponse().getHeader(HttpHeaders.ETAG)).isNotEqualTo(plain.getResponse().getHeader(
                HttpHeaders.ETAG));
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed.getResponse()
                .getContentAsByteArray()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.getResponse().getContentAsByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip;q=0", "identity", "gzip;q=0.000"})
    void an_answer_is_plain_for_those_who_do_not_take_gzip(String encodings) {
        assertThat(get().header(HttpHeaders.ACCEPT_ENCODING, encodings).exchange())
                .doesNotContainHeader(HttpHeaders.CONTENT_ENCODING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                             | application/graphql-response+json
            application/graphql-response+json               | application/graphql-response+json
            application/json                                | application/json
            application/json, application/graphql-response+json | application/graphql-response+json
            text/html,application/xhtml+xml,*/*;q=0.8       | application/json
            application/json, text/plain, */*               | application/json
            application/*                                   | application/graphql-response+json
            application/graphql-response+json;q=0.5, application/json;q=0.9 | application/json
            application/graphql-response+json;q=0.9, application/json;q=0.5 | application/graphql-response+json
            application/graphql-response+json;q=0, */*      | application/json
            application/json;q=0, */*;q=0.1                 | application/graphql-response+json
            application/json; charset=utf-8                 | application/json
            """)
    void an_answer_has_the_media_type_that_is_asked_for(String accepted, String given) {
        assertThat(
                http.get().uri("/graphql").header(HttpHeaders.ACCEPT, accepted).queryParam("query", QUERY).exchange())
                .hasStatus(200).hasContentType(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "*/*;q=0", "application/*;q=0, text/html"})
    void a_client_that_takes_neither_media_type_is_refused(String accepted) {
        MvcTestResult answer = http.get().uri("/graphql").header(HttpHeaders.ACCEPT, accepted)
                .queryParam("query", QUERY).exchange();

        assertThat(answer).hasStatus(406);
        assertThat(body(answer).get("detail").asString()).contains("application/graphql-response+json");
    }

    @Test
    void an_answer_with_an_error_is_not_to_be_kept() {
        MvcTestResult answer = http.get().uri("/graphql").queryParam("query", "{ roleGuides(first: 0) { totalCount } }")
                .exchange();

        assertThat(answer).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .doesNotContainHeader(HttpHeaders.ETAG);
    }

    @Test
    void an_answer_from_which_the_search_engine_was_missing_is_not_to_be_kept() {
        assertThat(http.get().uri("/graphql").queryParam("query",
                "{ roleGuide(slug: \"data-analyst\") { alsoConsider { degraded } } }").exchange())
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Test
    void a_query_is_named_by_its_hash_once_its_text_has_been_sent_along() {
        String query = "{ edition { id } }";
        String hash = Hashes.sha256(query);

        MvcTestResult unknown = persisted(null, hash);
        assertThat(unknown).hasStatus(400);
        assertThat(body(unknown).at("/errors/0/message").asString()).isEqualTo("PersistedQueryNotFound");
        assertThat(body(unknown).at("/errors/0/extensions/code").asString()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(data(persisted(query, hash)).at("/edition/id").asString()).isEqualTo("2.2");
        assertThat(data(persisted(null, hash)).at("/edition/id").asString()).isEqualTo("2.2");
    }

    @Test
    void a_hash_that_is_not_the_query_s_is_refused() {
        MvcTestResult answer = persisted("{ edition { id } }", Hashes.sha256("{ edition { release } }"));

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).get("detail").asString()).contains("sha256Hash");
    }

    @Test
    void several_requests_in_one_are_refused() {
        MvcTestResult answer = postBody("[{\"query\": \"{ __typename }\"}]");

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).get("detail").asString()).startsWith("Several requests in one are not taken");
    }

    @ParameterizedTest
    @CsvSource({"'', Origin", "'https://guides.example', Origin"})
    void an_answer_that_only_some_origins_may_read_varies_with_the_origin(String origin, String varies,
            @Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        http = MockMvcTester.from(context, builder -> builder
                .addFilters(new OpenToOrigins(List.of("https://guides.example")), filter).build());
        for (int i = 0; i < 2; i++) {
            MvcTestResult answer = (origin.isEmpty() ? get() : get().header(HttpHeaders.ORIGIN, origin)).exchange();

            assertThat(answer.getResponse().getHeaders(HttpHeaders.VARY)).contains(varies,
                    "Accept, Accept-Encoding, Guidepost-Edition");
            assertThat(answer.getResponse().getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                    .isEqualTo(origin.isEmpty() ? null : origin);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://guides.example"})
    void an_answer_that_all_origins_may_read_says_so_whoever_asks(String origin,
            @Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        http = MockMvcTester.from(context, builder -> builder.addFilters(new OpenToOrigins(List.of("*")), filter)
                .build());
        for (int i = 0; i < 2; i++) {
            MvcTestResult answer = (origin.isEmpty() ? get() : get().header(HttpHeaders.ORIGIN, origin)).exchange();

            assertThat(answer).hasHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .hasHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Guidepost-Edition, Guidepost-As-Of, ETag");
            assertThat(answer.getResponse().getHeaders(HttpHeaders.VARY))
                    .containsExactly("Accept, Accept-Encoding, Guidepost-Edition");
        }
    }

    @Test
    void the_head_of_an_answer_is_told_without_the_answer() {
        MvcTestResult head = http.head().uri("/graphql").queryParam("query", QUERY).exchange();
        MvcTestResult answer = get().exchange();

        assertThat(head).hasStatus(200);
        assertThat(head.getResponse().getContentAsByteArray()).isEmpty();
        for (String name : answer.getResponse().getHeaderNames()) {
            assertThat(head).hasHeader(name, answer.getResponse().getHeader(name));
        }
        assertThat(http.head().uri("/graphiql").exchange()).hasStatus(200);
    }

    @Test
    void the_formats_of_an_answer_have_tags_of_their_own() {
        assertThat(get().header(HttpHeaders.ACCEPT, "application/json").exchange().getResponse()
                .getHeader(HttpHeaders.ETAG))
                .isNotEqualTo(get().exchange().getResponse().getHeader(HttpHeaders.ETAG));
    }

    @Test
    void a_body_that_is_not_quite_json_is_refused_though_the_answer_is_known() {
        String body = "{\"query\": \"{ edition { id } }\"}";

        assertThat(postBody(body)).hasStatus(200);
        assertThat(http.post().uri("/graphql").accept(GRAPHQL_RESPONSE)
                .contentType(MediaType.parseMediaType("application/json-patch+json")).content(body).exchange())
                .hasStatus(415);
        assertThat(http.post().uri("/graphql").accept(GRAPHQL_RESPONSE)
                .contentType(MediaType.parseMediaType("application/JSON ;charset=UTF-8")).content(body).exchange())
                .hasStatus(200);
    }

    @Test
    void what_a_client_takes_may_stand_in_several_lines() {
        assertThat(get().header(HttpHeaders.ACCEPT, "text/html").header(HttpHeaders.ACCEPT, "application/json")
                .exchange()).hasStatus(200).hasContentType(MediaType.APPLICATION_JSON);
    }

    private MockMvcRequestBuilder get() {
        return http.get().uri("/graphql").queryParam("query", QUERY);
    }

    private MvcTestResult persisted(String query, String hash) {
        MockMvcRequestBuilder request = http.get().uri("/graphql").accept(MediaType.ALL).queryParam("extensions",
                "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}");
        return (query == null ? request : request.queryParam("query", query)).exchange();
    }
}
