package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.GuidepostApplication;
import io.guidepost.quiz.statistics.Statistics;
import io.guidepost.storage.TestMongo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What a public page does with the key that stands in it. Each visitor has an address, which a proxy tells. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ResponsesApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final Set<RequestMethod> ALL = Set.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT,
            RequestMethod.DELETE);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String admin = "";
    private static String key = "";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext server;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.seeding.enabled", () -> false);
        properties.add("guidepost.quiz.responses-per-minute-and-address", () -> 2);
        properties.add("server.forward-headers-strategy", () -> "native");
    }

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @BeforeEach
    void put_a_key_into_the_page(CapturedOutput output) throws Exception {
        if (key.isEmpty()) {
            Matcher token = TOKEN.matcher(output.getAll());
            assertThat(token.find()).isTrue();
            admin = token.group();
            assertThat(send("PUT", "/api/quiz", admin, Map.of(), Client.JSON.writeValueAsString(Statistics.quiz()))
                    .statusCode()).isEqualTo(200);
            key = json(send("POST", "/api/people/admin/tokens", admin, Map.of(),
                    "{\"name\": \"page\", \"scopes\": [\"responses:write\"]}")).get("token").asString();
        }
    }

    private HttpResponse<String> send(String method, String path, String token, Map<String, String> headers,
            String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Client.JSON.readTree(answer.body());
    }

    private HttpResponse<String> visitor(String address, String id) throws Exception {
        return send("POST", "/api/responses", key, Map.of("X-Forwarded-For", address), response(id));
    }

    private static String response(String id) {
        return "{\"id\": \"" + id
                + "\", \"at\": \"2026-02-20T08:00:00Z\", \"country\": \"DE\", \"background\": \"student\","
                + " \"roles\": [], \"answers\": {\"priority\": \"earn-more\"}, \"quizVersion\": 1}";
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
        assertThat(json(answer).path("detail").asString()).contains(detail);
    }

    @Test
    void a_new_response_is_created_and_the_same_one_again_is_only_well_received() throws Exception {
        HttpResponse<String> created = visitor("192.0.2.1", "created-0001");
        HttpResponse<String> again = visitor("192.0.2.1", "created-0001");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).get("stored").asInt()).isEqualTo(1);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).get("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void a_visitor_who_sends_too_fast_is_told_when_to_come_back_and_holds_off_nobody_else() throws Exception {
        visitor("192.0.2.2", "fast-0001");
        visitor("192.0.2.2", "fast-0002");

        HttpResponse<String> held = visitor("192.0.2.2", "fast-0003");

        refused(held, 429, "too-many-responses", "2 responses a minute");
        assertThat(held.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow()).isBetween(1, 31);
        assertThat(visitor("192.0.2.3", "fast-0003").statusCode()).isEqualTo(201);
    }

    @Test
    void the_key_opens_one_operation_and_no_other() throws Exception {
        Set<String> tried = new HashSet<>();
        for (RequestMappingHandlerMapping mappings : server.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            for (var mapping : mappings.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? ALL : methods) {
                    for (String pattern : mapping.getPatternValues()) {
                        tryWithKey(method.name(), pattern.replaceAll("\\{[^}]*}", "1").replace("/**", "/1"));
                        tried.add(method + " " + pattern);
                    }
                }
            }
        }

        assertThat(tried).hasSizeGreaterThan(60).contains("GET /api/me", "GET /api/tokens", "DELETE /api/tokens/{id}",
                "PUT /api/responses/{id}", "POST /api/responses");
        refused(send("POST", "/graphql/preview", key, Map.of(), "{\"query\": \"{ __typename }\"}"), 403, "forbidden",
                "/api/responses and nothing else");
    }

    private void tryWithKey(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path, key, Map.of(), "{}");
        switch (method + " " + path) {
            case "POST /api/responses" -> refused(answer, 422, "invalid-response", "");
            case "POST /api/tokens" -> refused(answer, 401, "unauthenticated", "password");
            default -> {
                if (path.startsWith("/api/")) {
                    refused(answer, 403, "forbidden", "/api/responses and nothing else");
                } else {
                    assertThat(answer.statusCode()).as("%s %s, refused or as for nobody", method, path)
                            .isIn(send(method, path, "", Map.of(), "{}").statusCode(), 400);
                }
            }
        }
    }

    @Test
    void no_record_is_kept_of_visitors_and_one_of_all_that_people_do_with_responses() throws Exception {
        visitor("198.51.100.1", "visitor-0001");
        visitor("198.51.100.1", "visitor-0001");
        visitor("198.51.100.1", "visitor-0002");
        visitor("198.51.100.2", "bad id");
        send("POST", "/api/responses", key, Map.of("X-Forwarded-For", "198.51.100.3"), "{");
        Map<String, String> person = Map.of("X-Forwarded-For", "203.0.113.1");
        send("POST", "/api/responses", admin, person, response("person-0001"));
        send("POST", "/api/responses", admin, Map.of("X-Forwarded-For", "203.0.113.1", "Content-Type",
                "application/x-ndjson"), response("person-0002"));
        send("PUT", "/api/responses/person-0001", admin, person, response("person-0001").replace("DE", "FR"));
        send("DELETE", "/api/responses/person-0002", admin, person, "");

        assertThat(commandsFrom("198.51.100.")).isEmpty();
        assertThat(commandsFrom("203.0.113.1")).containsExactly("responses.erase", "responses.correct",
                "responses.ingest-lines", "responses.ingest");
    }

    private List<String> commandsFrom(String address) throws Exception {
        JsonNode entries = json(send("GET", "/api/audit?limit=100", admin, Map.of(), "")).get("items");
        return entries.valueStream().filter(entry -> entry.path("from").asString().startsWith(address))
                .map(entry -> entry.get("command").asString()).toList();
    }

    @Test
    void a_browser_may_send_what_a_page_of_another_origin_gives_it() throws Exception {
        HttpResponse<String> preflight = send("OPTIONS", "/api/responses", "", Map.of("Origin", "https://quiz.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers",
                "authorization,content-type"), "");
        HttpResponse<String> sent = send("POST", "/api/responses", key, Map.of("Origin", "https://quiz.example",
                "X-Forwarded-For", "192.0.2.4"), response("browser-0001"));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("authorization", "content-type");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(sent.headers().firstValue("Access-Control-Expose-Headers")).hasValue("Retry-After");
    }

    @Test
    void the_description_of_the_admin_api_tells_what_a_quiz_may_have() throws Exception {
        JsonNode api = json(send("GET", "/v3/api-docs", "", Map.of(), ""));

        assertThat(api.at("/paths/~1api~1quiz/put/description").asString()).contains("`multiple`", "`retired`");
    }
}
