package io.guidepost.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
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
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
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
    private PasswordEncoder passwords;
    @Autowired
    private LoginThrottle throttle;
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
        administration.change("eve", null, null, List.of("author"), null);

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
    void preview_needs_its_scope_and_the_refusal_names_it() throws Exception {
        String author = tokenOf(administration.add("ada", "Ada", List.of("author"), null), null);
        String narrow = tokenOf(people.byLogin("boss").orElseThrow(), List.of("documents:read"));

        HttpResponse<String> answer = send("POST", "/graphql/preview", "Bearer " + author, "{}");
        assertProblem(answer, 403, "forbidden");
        assertThat(body(answer).get("scope").asString()).isEqualTo("preview:read");
        assertThat(body(answer).get("detail").asString()).isEqualTo("None of your roles carries preview:read.");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("scope=\"preview:read\"");
        assertThat(body(send("POST", "/graphql/preview", "Bearer " + narrow, "{}")).get("detail").asString())
                .isEqualTo("This token lacks the scope preview:read; you may issue one that has it.");
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
        assertThat(preflight("/graphql/changes").headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(preflight("/charts/ai-specialist/priority.svg").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight("/api/me").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight("/graphql/preview").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_first_start_prints_a_working_token_once() throws Exception {
        database.getCollection("people").deleteMany(new Document());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdmin first = firstAdmin(console);

        first.run(new DefaultApplicationArguments());
        String printed = console.toString(StandardCharsets.UTF_8);
        first.run(new DefaultApplicationArguments());

        String token = printed.lines().map(String::strip).filter(line -> line.startsWith("gp_")).findFirst()
                .orElseThrow();
        assertThat(body(send("GET", "/api/me", "Bearer " + token, null)).get("scopes"))
                .hasSize(Permission.values().length);
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo(printed);
    }

    @Test
    void servers_that_start_at_once_make_one_administrator_and_print_no_token_in_vain() throws Exception {
        database.getCollection("people").deleteMany(new Document());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdmin first = firstAdmin(console);

        atOnce(() -> first.run(new DefaultApplicationArguments()), () -> first.run(new DefaultApplicationArguments()));

        assertThat(printed(console)).isNotEmpty();
        for (String token : printed(console)) {
            assertThat(send("GET", "/api/people", "Bearer " + token, null).statusCode()).isEqualTo(200);
        }
        assertThat(people.all()).extracting(Person::login).containsExactly("admin");
    }

    @Test
    void an_administrator_without_password_and_token_is_let_in_at_the_next_start() throws Exception {
        database.getCollection("people").deleteMany(new Document());
        administration.add("admin", "Administrator", List.of("admin"), null);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdmin first = firstAdmin(console);

        first.run(new DefaultApplicationArguments());
        first.run(new DefaultApplicationArguments());
        assertThat(printed(console)).hasSize(1);

        clock.advance(Duration.ofDays(7));
        tokenOf(people.byLogin("admin").orElseThrow(), List.of("documents:read"));
        first.run(new DefaultApplicationArguments());
        assertThat(printed(console)).hasSize(2);
        assertThat(send("GET", "/api/people", "Bearer " + printed(console).getLast(), null).statusCode())
                .isEqualTo(200);

        administration.add("other", "Other", List.of("admin"), PASSWORD);
        clock.advance(Duration.ofDays(7));
        first.run(new DefaultApplicationArguments());
        assertThat(printed(console)).hasSize(2);

        people.grant(new PersonId("other"), null, true);
        first.run(new DefaultApplicationArguments());
        assertThat(printed(console)).hasSize(3);
        assertThat(people.byLogin("other").orElseThrow().disabled()).isTrue();
    }

    @Test
    void a_change_of_roles_does_not_let_a_person_in_again_who_is_disabled_meanwhile() {
        PersonId ada = administration.add("ada", "Ada", List.of("author"), null).id();
        AtomicBoolean first = new AtomicBoolean(true);
        People disablingMeanwhile = (People) Proxy.newProxyInstance(People.class.getClassLoader(),
                new Class<?>[]{People.class}, (proxy, method, arguments) -> {
                    Object found = method.invoke(people, arguments);
                    if (method.getName().equals("byLogin") && first.getAndSet(false)) {
                        people.grant(ada, null, true);
                    }
                    return found;
                });

        new Administration(disablingMeanwhile, passwords, throttle, clock).change("ada", null, null, List.of("editor"),
                null);

        Person after = people.find(ada).orElseThrow();
        assertThat(after.disabled()).isTrue();
        assertThat(after.roles()).containsExactly(Role.EDITOR);
    }

    @Test
    void a_token_of_few_scopes_sees_and_revokes_only_itself() throws Exception {
        Person ada = administration.add("ada", "Ada", List.of("author"), null);
        String full = tokenOf(ada, null);
        String narrow = tokenOf(ada, List.of("documents:read"));
        String other = tokenOf(ada, List.of("documents:read"));

        assertThat(body(send("GET", "/api/tokens", "Bearer " + narrow, null)).findValuesAsString("id"))
                .containsExactly(id(narrow));
        assertProblem(send("DELETE", "/api/tokens/" + id(full), "Bearer " + narrow, null), 404, "not-found");
        assertThat(send("DELETE", "/api/tokens/" + id(narrow), "Bearer " + narrow, null).statusCode()).isEqualTo(204);
        assertThat(body(send("GET", "/api/tokens", "Bearer " + full, null)).findValuesAsString("id"))
                .containsExactlyInAnyOrder(id(full), id(narrow), id(other));
        assertThat(send("DELETE", "/api/tokens/" + id(other), "Bearer " + full, null).statusCode()).isEqualTo(204);
    }

    @Test
    void what_can_be_no_login_and_no_password_is_refused_before_it_is_hashed() {
        PasswordEncoder counting = mock(PasswordEncoder.class);
        when(counting.encode(any())).thenReturn("hash");
        PasswordAuthentication authentication = new PasswordAuthentication(people, counting, new LoginThrottle(clock),
                event -> {});

        for (String[] bad : new String[][]{{"no login", PASSWORD}, {"x".repeat(41), PASSWORD}, {"", PASSWORD},
            {"boss", "x".repeat(73)}, {"boss", "ü".repeat(37)}}) {
            assertThatThrownBy(() -> authentication
                    .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(bad[0], bad[1])))
                    .isInstanceOf(BadCredentialsException.class);
        }
        verify(counting, never()).matches(any(), any());
    }

    @Test
    void guessing_at_many_logins_is_stopped_by_address_and_a_success_takes_back_no_failure() throws Exception {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_FROM_ADDRESS - 1; i++) {
            assertProblem(login("nobody " + i, PASSWORD), 401, "unauthenticated");
        }
        assertThat(login("boss", PASSWORD).statusCode()).isEqualTo(201);
        assertThat(login("boss", PASSWORD).statusCode()).isEqualTo(201);
        assertProblem(login("nobody", PASSWORD), 401, "unauthenticated");

        assertProblem(login("boss", PASSWORD), 429, "too-many-attempts");
        clock.advance(LoginThrottle.WINDOW);
        assertThat(login("boss", PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void the_site_may_read_which_edition_it_was_given() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/graphql")).header("Origin", "https://guide.example").build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("ETag",
                "Guidepost-Edition");
    }

    @Test
    void a_cache_can_give_what_the_site_says_to_pages_of_any_origin() throws Exception {
        HttpResponse<String> answer = send("GET", "/graphql", null, null);

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().allValues("Vary")).doesNotContain("Origin");
        assertThat(send("GET", "/api/me", "Bearer " + admin, null).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
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

    private FirstAdmin firstAdmin(ByteArrayOutputStream console) {
        return new FirstAdmin(people, administration, issuing, tokens, clock,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private static List<String> printed(ByteArrayOutputStream console) {
        return console.toString(StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> line.startsWith("gp_")).toList();
    }

    private static String id(String token) {
        return TokenText.parse(token).orElseThrow().id();
    }

    private void disableUnlessLast(String login) {
        try {
            administration.change(login, null, null, null, true);
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
