package io.guidepost.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SecurityServer.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "logging.level.org.springframework.security=DEBUG", "logging.level.org.springframework.web=DEBUG",
    "management.health.elasticsearch.enabled=false"})
@ExtendWith(OutputCaptureExtension.class)
class SecurityTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private People people;
    @Autowired
    private Administration administration;
    @Autowired
    private Issuing issuing;
    @Autowired
    private Tokens tokens;
    @Autowired
    private SettableClock clock;
    @Autowired
    private JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private String admin = "";

    @BeforeEach
    void one_administrator_and_an_empty_throttle() {
        database.getCollection("people").deleteMany(new Document());
        database.getCollection("tokens").deleteMany(new Document());
        clock.advance(LoginThrottle.WINDOW);
        admin = tokenOf(administration.add("boss", "The Boss", List.of("admin"), PASSWORD), null);
    }

    @Test
    void a_request_without_a_token_is_refused_with_a_problem_and_a_challenge() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/me", null, null);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"guidepost\"");
    }

    @Test
    void an_unknown_a_malformed_and_a_wrong_token_are_refused_alike() throws Exception {
        String wrongSecret = admin.substring(0, admin.length() - 4) + (admin.endsWith("0000") ? "1111" : "0000");
        for (String token : List.of(TokenText.random().text(), "nonsense", wrongSecret, "a b")) {
            assertProblem(send("GET", "/api/me", "Bearer " + token, null), 401, "invalid-token");
        }
    }

    @Test
    void an_expired_token_is_refused_and_says_so() throws Exception {
        clock.advance(Duration.ofDays(30));

        HttpResponse<String> answer = send("GET", "/api/me", "Bearer " + admin, null);

        assertProblem(answer, 401, "token-expired");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void a_revoked_token_is_useless_at_once() throws Exception {
        String id = TokenText.parse(admin).orElseThrow().id();

        assertThat(send("DELETE", "/api/tokens/" + id, "Bearer " + admin, null).statusCode()).isEqualTo(204);

        assertProblem(send("GET", "/api/me", "Bearer " + admin, null), 401, "invalid-token");
    }

    @Test
    void nobody_revokes_somebody_elses_token_but_an_administrator() throws Exception {
        String author = tokenOf(administration.add("ada", "Ada", List.of("author"), null), null);

        assertProblem(send("DELETE", "/api/tokens/" + TokenText.parse(admin).orElseThrow().id(), "Bearer " + author,
                null), 404, "not-found");
        assertThat(send("DELETE", "/api/tokens/" + TokenText.parse(author).orElseThrow().id(), "Bearer " + admin, null)
                .statusCode()).isEqualTo(204);
    }

    @Test
    void a_disabled_person_is_refused_with_token_and_password() throws Exception {
        String token = tokenOf(administration.add("ada", "Ada", List.of("author"), PASSWORD), null);

        assertThat(send("PATCH", "/api/people/ada", "Bearer " + admin, "{\"disabled\": true}").statusCode())
                .isEqualTo(200);

        assertProblem(send("GET", "/api/me", "Bearer " + token, null), 401, "invalid-token");
        assertProblem(login("ada", PASSWORD), 401, "unauthenticated");
    }

    @Test
    void a_token_may_do_what_both_its_scopes_and_its_owners_roles_allow() throws Exception {
        Person editor = administration.add("eve", "Eve", List.of("editor"), null);
        String token = tokenOf(editor, List.of("documents:read", "documents:review"));
        administration.change("eve", null, List.of("author"), null);

        assertThat(body(send("GET", "/api/me", "Bearer " + token, null)).get("scopes").toString())
                .isEqualTo("[\"documents:read\"]");
    }

    @Test
    void administration_needs_the_scope_and_the_refusal_names_it() throws Exception {
        String narrow = tokenOf(people.byLogin("boss").orElseThrow(), List.of("documents:read"));

        HttpResponse<String> answer = send("GET", "/api/people", "Bearer " + narrow, null);

        assertProblem(answer, 403, "forbidden");
        assertThat(body(answer).get("scope").asString()).isEqualTo("people:write");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
    }

    @Test
    void preview_needs_its_scope() throws Exception {
        String author = tokenOf(administration.add("ada", "Ada", List.of("author"), null), null);

        assertProblem(send("POST", "/graphql/preview", "Bearer " + author, "{}"), 403, "forbidden");
        assertProblem(send("POST", "/graphql/preview", null, "{}"), 401, "unauthenticated");
    }

    @Test
    void a_password_buys_a_token_that_works_and_opens_nothing_else() throws Exception {
        HttpResponse<String> issued = login("boss", PASSWORD);

        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(send("GET", "/api/me", "Bearer " + body(issued).get("token").asString(), null).statusCode())
                .isEqualTo(200);
        assertProblem(send("GET", "/api/me", basic("boss", PASSWORD), null), 401, "unauthenticated");
        assertProblem(send("POST", "/api/tokens", "Bearer " + admin, "{\"name\": \"more\"}"), 401, "unauthenticated");
    }

    @Test
    void guessing_is_stopped_even_for_the_right_password_until_the_window_is_over() throws Exception {
        for (int i = 0; i < LoginThrottle.ATTEMPTS; i++) {
            assertProblem(login("boss", "wrong password " + i), 401, "unauthenticated");
        }

        HttpResponse<String> stopped = login("BOSS", PASSWORD);

        assertProblem(stopped, 429, "too-many-attempts");
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("900");
        clock.advance(LoginThrottle.WINDOW);
        assertThat(login("boss", PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void the_last_enabled_administrator_stays() throws Exception {
        assertProblem(send("PATCH", "/api/people/boss", "Bearer " + admin, "{\"disabled\": true}"), 409, "last-admin");
        assertProblem(send("PATCH", "/api/people/boss", "Bearer " + admin, "{\"roles\": [\"author\"]}"), 409,
                "last-admin");

        administration.add("other", "Other", List.of("admin"), null);
        assertThat(send("PATCH", "/api/people/boss", "Bearer " + admin, "{\"roles\": [\"author\"]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_takes_on_an_author_and_hands_them_a_token() throws Exception {
        HttpResponse<String> added = send("POST", "/api/people", "Bearer " + admin,
                "{\"login\": \"ada\", \"name\": \"Ada\", \"roles\": [\"author\"]}");
        HttpResponse<String> issued = send("POST", "/api/people/ada/tokens", "Bearer " + admin,
                "{\"name\": \"tour\", \"expiresInDays\": 1}");

        assertThat(added.headers().firstValue("Location")).hasValue("/api/people/ada");
        assertThat(body(send("GET", "/api/me", "Bearer " + body(issued).get("token").asString(), null)).get("id")
                .asString()).isEqualTo("ada");
        assertProblem(send("POST", "/api/people", "Bearer " + admin,
                "{\"login\": \"ada\", \"name\": \"Ada\", \"roles\": [\"author\"]}"), 409, "login-taken");
    }

    @Test
    void invalid_fields_are_named_by_pointers() throws Exception {
        for (String[] bad : new String[][]{{"/api/people/boss/tokens", "{}", "/name"},
            {"/api/people/boss/tokens", "{\"name\": \"t\", \"expiresInDays\": 366}", "/expiresInDays"},
            {"/api/people/boss/tokens", "{\"name\": \"t\", \"scopes\": [\"all\"]}", "/scopes/0"},
            {"/api/people", "{\"login\": \"system.x\", \"name\": \"X\", \"roles\": [\"author\"]}", "/login"},
            {"/api/people", "{\"login\": \"ada\", \"name\": \"X\", \"roles\": [\"king\"]}", "/roles"}}) {
            HttpResponse<String> answer = send("POST", bad[0], "Bearer " + admin, bad[1]);
            assertProblem(answer, 422, "invalid");
            assertThat(body(answer).at("/problems/0/pointer").asString()).isEqualTo(bad[2]);
        }
    }

    @Test
    void a_person_changes_their_password_only_with_the_one_before() throws Exception {
        String author = tokenOf(administration.add("ada", "Ada", List.of("author"), PASSWORD), null);
        String path = "/api/people/ada/password";

        assertProblem(send("PUT", path, "Bearer " + author, "{\"password\": \"a new long password\"}"), 422, "invalid");
        assertProblem(send("PUT", path, "Bearer " + author, "{\"password\": \"short\", \"current\": \"" + PASSWORD
                + "\"}"), 422, "invalid");
        assertThat(send("PUT", path, "Bearer " + author, "{\"password\": \"a new long password\", \"current\": \""
                + PASSWORD + "\"}").statusCode()).isEqualTo(204);
        assertThat(login("ada", "a new long password").statusCode()).isEqualTo(201);
        assertProblem(send("PUT", "/api/people/boss/password", "Bearer " + author,
                "{\"password\": \"a new long password\"}"), 403, "forbidden");
    }

    @Test
    void secrets_are_in_no_other_answer_and_in_no_log(CapturedOutput output) throws Exception {
        String token = body(login("boss", PASSWORD)).get("token").asString();
        login("boss", "a wrong password");
        StringBuilder answers = new StringBuilder();
        for (String path : List.of("/api/me", "/api/tokens", "/api/people", "/api/people/boss",
                "/api/people/boss/tokens")) {
            answers.append(send("GET", path, "Bearer " + token, null).body());
        }

        TokenText secret = TokenText.parse(token).orElseThrow();
        assertThat(answers.toString()).contains(secret.id()).doesNotContain(secret.secret(), secret.hash(), "bcrypt");
        assertThat(output.getAll()).contains("/api/people/boss/tokens").doesNotContain(secret.secret(), secret.hash(),
                PASSWORD, "a wrong password");
        assertThat(tokens.find(secret.id()).orElseThrow().hash()).isEqualTo(secret.hash());
    }

    @Test
    void what_is_not_known_is_not_found_and_what_is_public_needs_no_token() throws Exception {
        assertProblem(send("GET", "/secret", null, null), 404, "not-found");
        assertProblem(send("GET", "/actuator/env", null, null), 404, "not-found");
        assertThat(send("GET", "/actuator/health/liveness", null, null).statusCode()).isEqualTo(200);
    }

    @Test
    void the_published_site_may_be_read_from_any_origin_and_the_rest_from_none() throws Exception {
        assertThat(preflight("/graphql").headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(preflight("/api/me").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight("/graphql/preview").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_first_start_prints_a_working_token_once() throws Exception {
        database.getCollection("people").deleteMany(new Document());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdmin first = new FirstAdmin(people, administration, issuing,
                new PrintStream(console, true, StandardCharsets.UTF_8));

        first.run(new DefaultApplicationArguments());
        String printed = console.toString(StandardCharsets.UTF_8);
        first.run(new DefaultApplicationArguments());

        String token = printed.lines().map(String::strip).filter(line -> line.startsWith("gp_")).findFirst()
                .orElseThrow();
        assertThat(body(send("GET", "/api/me", "Bearer " + token, null)).get("scopes")).hasSize(7);
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo(printed);
    }

    @Test
    void of_servers_that_start_at_once_one_makes_the_administrator() throws Exception {
        database.getCollection("people").deleteMany(new Document());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdmin first = new FirstAdmin(people, administration, issuing,
                new PrintStream(console, true, StandardCharsets.UTF_8));

        atOnce(() -> first.run(new DefaultApplicationArguments()), () -> first.run(new DefaultApplicationArguments()));

        assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce("gp_");
        assertThat(people.all()).extracting(Person::login).containsExactly("admin");
    }

    @Test
    void administrators_who_remove_each_other_at_once_leave_one() throws Exception {
        for (int round = 0; round < 20; round++) {
            database.getCollection("people").deleteMany(new Document());
            administration.add("boss", "The Boss", List.of("admin"), null);
            administration.add("other", "Other", List.of("admin"), null);

            atOnce(() -> disableUnlessLast("boss"), () -> disableUnlessLast("other"));

            assertThat(people.enabledAdmins()).isPositive();
        }
    }

    private void disableUnlessLast(String login) {
        try {
            administration.change(login, null, null, true);
        } catch (LastAdminException refused) {
            assertThat(people.byLogin(login).orElseThrow().disabled()).isFalse();
        }
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = Stream.of(one, other).map(task -> (Callable<Void>) () -> {
                start.await();
                task.run();
                return null;
            }).toList();
            for (Future<Void> done : both.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private String tokenOf(Person person, List<String> scopes) {
        return issuing.issue(person, "test", scopes, Duration.ofDays(30)).text().text();
    }

    private HttpResponse<String> login(String login, String password) throws Exception {
        return send("POST", "/api/tokens", basic(login, password), "{\"name\": \"laptop\"}");
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> preflight(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://guide.example").header("Access-Control-Request-Method", "POST").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String authorization, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
        assertThat(body(answer).get("status").asInt()).isEqualTo(status);
    }
}
