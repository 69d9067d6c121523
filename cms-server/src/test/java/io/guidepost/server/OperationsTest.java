package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.storage.TestMongo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators and integrators ask of a server, here one whose Elasticsearch is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperationsTest {

    private static final TestMongo MONGO = TestMongo.started();

    @LocalServerPort
    private int port;
    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
    }

    @AfterAll
    static void stopMongo() {
        MONGO.close();
    }

    @Test
    void requests_are_observed_where_they_are_run_and_not_where_a_kept_answer_is_sent_with_the_same_headers()
            throws Exception {
        HttpResponse<String> made = get("/graphql?query=%7Bedition%7Bid%7D%7D");
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> kept = get("/graphql?query=%7Bedition%7Bid%7D%7D");
            assertThat(kept.body()).isEqualTo(made.body());
            assertThat(headers(kept)).isEqualTo(headers(made));
        }
        HttpResponse<String> other = get("/graphql?query=%7Bedition%7Brelease%7D%7D");

        assertThat(List.of(made, other)).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(headers(made)).containsEntry("x-content-type-options", List.of("nosniff"));
        await().untilAsserted(() -> assertThat(observedQueries()).isEqualTo(2));
    }

    private long observedQueries() {
        return meters.find("http.server.requests").tag("uri", "/graphql").timers().stream().mapToLong(Timer::count)
                .sum();
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void without_elasticsearch_the_server_is_degraded_and_not_down() throws Exception {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode body = JsonMapper.shared().readTree(health.body());
        assertThat(body.get("status").asString()).isEqualTo("DEGRADED");
        assertThat(body.at("/components/database/status").asString()).isEqualTo("UP");
        assertThat(body.at("/components/search/status").asString()).isEqualTo("DEGRADED");
        assertThat(body.at("/components/search/description").asString()).contains("guides: Elasticsearch", "Since");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void the_description_of_the_admin_api_is_whole() throws Exception {
        String text = get("/v3/api-docs").body();
        JsonNode api = JsonMapper.shared().readTree(text);

        List<String> references = Pattern.compile("\"\\$ref\":\"#(/[^\"]+)\"").matcher(text).results()
                .map((MatchResult reference) -> reference.group(1)).distinct().toList();
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(api.at(reference).isMissingNode())
                .as(reference).isFalse());
        assertThat(api.at("/paths/~1api~1documents/post/requestBody/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/NewDocument");
        assertThat(new TreeSet<>(api.at("/paths/~1api~1documents/post/responses").propertyNames()))
                .containsExactly("201", "default");
        assertThat(new TreeSet<>(api.at("/components/schemas/DeletionView/properties").propertyNames()))
                .contains("id", "version", "takenAlong").doesNotContain("document");
        assertThat(text).doesNotContain("-controller\"", "\"/error\"", "schemas/Actor\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
