package io.guidepost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log of a server that people and tokens are managed at, by HTTP alone. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = AuditServer.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.health.elasticsearch.enabled=false")
class AuditTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "correct horse battery";

    private static String admin = "";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @BeforeEach
    void an_administrator_and_an_empty_log(CapturedOutput output) throws Exception {
        if (admin.isEmpty()) {
            Matcher printed = Pattern.compile("gp_\\S+").matcher(output.getAll());
            assertThat(printed.find()).isTrue();
            admin = printed.group();
        }
        database.getCollection("audit").deleteMany(new Document());
    }

    @Test
    void commands_are_listed_the_newest_first_with_their_outcome() throws Exception {
        Instant before = Instant.now();
        HttpResponse<String> added = addPerson("ada-listed", "author");
        assertThat(addPerson("ada-listed", "author").statusCode()).isEqualTo(409);
        String author = token("ada-listed");
        assertThat(as(author, "PATCH", "/api/people/ada-listed", "{\"name\": \"Ada\"}").statusCode()).isEqualTo(403);
        assertThat(as(admin, "PATCH", "/api/people/nobody", "{\"name\": \"Ada\"}").statusCode()).isEqualTo(404);
        assertThat(as(admin, "POST", "/api/people", "{").statusCode()).isEqualTo(400);

        JsonNode entries = list("");

        assertThat(entries).extracting(AuditTest::summary).containsExactly(
                "admin people.add null refused 400 malformed-json",
                "admin people.change nobody refused 404 not-found",
                "ada-listed people.change ada-listed refused 403 forbidden",
                "admin people.issue-token ada-listed succeeded null null",
                "admin people.add null refused 409 login-taken",
                "admin people.add ada-listed succeeded null null");
        JsonNode first = entries.get(5);
        assertThat(Instant.parse(first.get("at").asString())).isBetween(before.minusMillis(1), Instant.now());
        assertThat(first.get("from").asString()).isEqualTo("127.0.0.1");
        assertThat(first.get("request").asString()).isEqualTo(added.headers().firstValue("Request-Id").orElseThrow());
        assertThat(json(as(admin, "GET", "/api/audit/" + first.get("id").asString(), null))).isEqualTo(first);
    }

    @Test
    void no_password_token_or_body_is_recorded() throws Exception {
        as(admin, "POST", "/api/people", "{\"login\": \"ada-secret\", \"name\": \"Ada of the body\","
                + " \"roles\": [\"author\"], \"password\": \"%s\"}".formatted(PASSWORD));
        String token = json(login("ada-secret", PASSWORD)).get("token").asString();
        as(token, "PUT", "/api/people/ada-secret/password",
                "{\"password\": \"%s 2\", \"current\": \"%s\"}".formatted(PASSWORD, PASSWORD));
        as(admin, "DELETE", "/api/tokens/" + token, null);
        as(admin, "DELETE", "/api/tokens/none?secret=in-the-query", null);

        String all = as(admin, "GET", "/api/audit/export", null).body() + stored();

        assertThat(list("")).hasSize(5);
        assertThat(summary(list("").get(0))).isEqualTo("admin tokens.revoke none refused 400 unknown-parameter");
        assertThat(all).contains("ada-secret", "tokens.revoke").doesNotContain(PASSWORD, "Ada of the body",
                "in-the-query", token.substring(20), "name");
    }

    @Test
    void logins_are_recorded_as_far_as_the_throttle_lets_them_through() throws Exception {
        as(admin, "POST", "/api/people",
                "{\"login\": \"ada-login\", \"name\": \"Ada\", \"roles\": [\"author\"], \"password\": \"%s\"}"
                        .formatted(PASSWORD));
        assertThat(login("ada-login", PASSWORD).statusCode()).isEqualTo(201);
        for (int i = 0; i < 8; i++) {
            assertThat(login("ada-login", "wrong password " + i).statusCode()).isEqualTo(i < 5 ? 401 : 429);
        }
        assertThat(login("correct-horse", "ada-login").statusCode()).isEqualTo(401);

        JsonNode logins = list("?command=tokens.issue");

        assertThat(logins).extracting(AuditTest::summary).containsExactly(
                "null tokens.issue null refused 401 unauthenticated",
                "null tokens.issue ada-login refused 401 unauthenticated",
                "null tokens.issue ada-login refused 401 unauthenticated",
                "null tokens.issue ada-login refused 401 unauthenticated",
                "null tokens.issue ada-login refused 401 unauthenticated",
                "null tokens.issue ada-login refused 401 unauthenticated",
                "ada-login tokens.issue null succeeded null null");
        assertThat(logins.get(0).get("from").asString()).isEqualTo("127.0.0.1");
        assertThat(logins.get(0).get("request").asString()).isNotBlank();
        assertThat(stored()).doesNotContain("correct-horse");
    }

    @Test
    void whoever_is_not_let_in_and_whoever_only_reads_leaves_no_entry() throws Exception {
        String wrong = admin.substring(0, admin.length() - 4) + (admin.endsWith("0000") ? "1111" : "0000");
        assertThat(as(wrong, "POST", "/api/people", "{}").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/api/people", null, "{}").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/api/tokens", null, "{}").statusCode()).isEqualTo(401);
        assertThat(as(admin, "GET", "/api/people", null).statusCode()).isEqualTo(200);
        assertThat(as(admin, "POST", "/api/nothing", "{}").statusCode()).isEqualTo(404);

        assertThat(list("")).isEmpty();
    }

    @Test
    void a_forwarded_address_is_not_believed_unless_the_server_is_told_to() throws Exception {
        CLIENT.send(request("DELETE", "/api/tokens/none", "Bearer " + admin, null)
                .header("X-Forwarded-For", "192.0.2.7").header("Forwarded", "for=192.0.2.7").build(),
                BodyHandlers.discarding());

        assertThat(list("").get(0).get("from").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void entries_are_filtered_and_read_in_pages_to_the_end() throws Exception {
        addPerson("ada-pages", "author");
        for (int i = 0; i < 5; i++) {
            as(admin, "PATCH", "/api/people/ada-pages", "{\"name\": \"Ada %d\"}".formatted(i));
        }
        as(admin, "DELETE", "/api/tokens/none", null);

        JsonNode page = json(as(admin, "GET", "/api/audit?command=people.&target=ada-pages&limit=4", null));
        JsonNode rest = json(as(admin, "GET", "/api/audit?command=people.&target=ada-pages&limit=4&after="
                + page.get("next").asString(), null));

        assertThat(page.get("items")).hasSize(4);
        assertThat(rest.get("items")).extracting(AuditTest::summary).containsExactly(
                "admin people.change ada-pages succeeded null null", "admin people.add ada-pages succeeded null null");
        assertThat(rest.has("next")).isFalse();
        assertThat(list("?outcome=refused")).extracting(AuditTest::summary)
                .containsExactly("admin tokens.revoke none refused 404 not-found");
        String first = rest.get("items").get(1).get("at").asString();
        assertThat(list("?until=" + first)).isEmpty();
        assertThat(list("?since=" + first)).hasSize(7);
        assertThat(list("?actor=admin")).hasSize(7);
        assertThat(list("?actor=ada-pages")).isEmpty();
    }

    @Test
    void all_of_it_is_exported_as_lines_of_json_the_oldest_first() throws Exception {
        addPerson("ada-export", "author");
        for (int i = 0; i < 150; i++) {
            as(admin, "PATCH", "/api/people/ada-export", "{\"name\": \"Ada %d\"}".formatted(i));
        }

        HttpResponse<String> export = as(admin, "GET", "/api/audit/export?target=ada-export", null);

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"audit-\\d{8}T\\d{6}Z\\.ndjson\"");
        List<JsonNode> lines = export.body().lines().map(JSON::readTree).toList();
        assertThat(lines).hasSize(151);
        assertThat(export.body()).endsWith("}\n");
        assertThat(lines.getFirst().get("command").asString()).isEqualTo("people.add");
        assertThat(lines.reversed().subList(0, 100)).containsExactlyElementsOf(list("?limit=100"));
    }

    @Test
    void the_log_is_for_administrators() throws Exception {
        addPerson("ada-curious", "publisher");
        String publisher = token("ada-curious");

        assertThat(as(publisher, "GET", "/api/audit", null).statusCode()).isEqualTo(403);
        assertThat(as(publisher, "GET", "/api/audit/export", null).statusCode()).isEqualTo(403);
        assertThat(as(publisher, "GET", "/api/audit/" + list("").get(0).get("id").asString(), null).statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/api/audit/export", null, null).statusCode()).isEqualTo(401);
    }

    @Test
    void nothing_changes_or_removes_an_entry() throws Exception {
        addPerson("ada-forever", "author");
        JsonNode entry = list("").get(0);

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String path : List.of("/api/audit", "/api/audit/export", "/api/audit/" + entry.get("id").asString())) {
                assertThat(as(admin, method, path, "{}").statusCode()).as(method + " " + path).isEqualTo(405);
            }
        }
        assertThat(list("")).containsExactly(entry);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=0                                               | 1 and 100
            ?limit=101                                             | 1 and 100
            ?after=7                                               | after
            ?actor=a%20b                                           | person
            ?actor=                                                | person
            ?command=save                                          | documents.submit
            ?command=.                                             | documents.submit
            ?command=                                              | documents.submit
            ?target=                                               | target
            ?target=%00                                            | target
            ?outcome=done                                          | succeeded
            ?since=yesterday                                       | 2026-03-01T12:00:00Z
            ?until=2026-03-01                                      | 2026-03-01T12:00:00Z
            ?since=2026-03-01T12:00:00Z&until=2026-03-01T12:00:00Z | before
            /export?outcome=done                                   | succeeded
            /export?since=yesterday                                | 2026-03-01T12:00:00Z
            """)
    void a_query_that_means_nothing_is_refused_with_the_reason(String query, String reason) throws Exception {
        HttpResponse<String> answer = as(admin, "GET", "/api/audit" + query, null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:guidepost:problem:malformed-query");
        assertThat(json(answer).get("detail").asString()).contains(reason);
    }

    @Test
    void an_entry_that_is_not_there_is_not_found() throws Exception {
        HttpResponse<String> unknown = as(admin, "GET", "/api/audit/019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", null);

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).get("type").asString()).isEqualTo("urn:guidepost:problem:unknown-entry");
        assertThat(as(admin, "GET", "/api/audit/seven", null).statusCode()).isEqualTo(400);
    }

    private static String summary(JsonNode entry) {
        return String.join(" ", IntStream.range(0, 6)
                .mapToObj(i -> List.of("actor", "command", "target", "outcome", "status", "code").get(i))
                .map(field -> entry.has(field) ? entry.get(field).asString() : "null").toList());
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        database.getCollection("audit").find().forEach(entry -> all.append(entry.toJson()));
        return all.toString();
    }

    private JsonNode list(String query) throws Exception {
        HttpResponse<String> answer = as(admin, "GET", "/api/audit" + query, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("items");
    }

    private HttpResponse<String> addPerson(String login, String role) throws Exception {
        return as(admin, "POST", "/api/people",
                "{\"login\": \"%s\", \"name\": \"Ada\", \"roles\": [\"%s\"]}".formatted(login, role));
    }

    private String token(String login) throws Exception {
        return json(as(admin, "POST", "/api/people/" + login + "/tokens", "{\"name\": \"test\"}")).get("token")
                .asString();
    }

    private HttpResponse<String> login(String login, String password) throws Exception {
        String credentials = Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send("POST", "/api/tokens", "Basic " + credentials, "{\"name\": \"laptop\"}");
    }

    private HttpResponse<String> as(String token, String method, String path, String body) throws Exception {
        return send(method, path, "Bearer " + token, body);
    }

    private HttpResponse<String> send(String method, String path, String authorization, String body) throws Exception {
        return CLIENT.send(request(method, path, authorization, body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
