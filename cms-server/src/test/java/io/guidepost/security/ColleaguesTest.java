package io.guidepost.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SecurityServer.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.health.elasticsearch.enabled=false")
class ColleaguesTest {

    @LocalServerPort
    private int port;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private Administration administration;
    @Autowired
    private Issuing issuing;
    @Autowired
    private JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private String author = "";

    @BeforeEach
    void an_author_an_editor_a_publisher_and_an_editor_who_has_left() {
        database.getCollection("people").deleteMany(new Document());
        database.getCollection("tokens").deleteMany(new Document());
        author = tokenOf(add("ada", "author"), List.of("documents:read"));
        add("linus", "publisher");
        add("grace", "editor");
        administration.change(add("edgar", "editor").id().value(), null, null, null, true);
    }

    @Test
    void an_author_sees_who_is_here_and_neither_addresses_nor_who_has_left() throws Exception {
        assertThat(get("", 200)).isEqualTo(json.readTree("""
                {"items": [{"id": "ada", "name": "Somebody", "roles": ["author"]},
                 {"id": "grace", "name": "Somebody", "roles": ["editor"]},
                 {"id": "linus", "name": "Somebody", "roles": ["publisher"]}]}"""));
    }

    @Test
    void those_who_may_review_and_those_of_a_role_are_found() throws Exception {
        assertThat(ids(get("?may=review", 200))).containsExactly("grace", "linus");
        assertThat(ids(get("?role=editor", 200))).containsExactly("grace");
        assertThat(ids(get("?may=review&role=author", 200))).isEmpty();
    }

    @Test
    void pages_follow_one_another_to_the_last_which_names_no_next() throws Exception {
        JsonNode first = get("?limit=2", 200);
        JsonNode second = get("?limit=2&after=" + first.get("next").asString(), 200);

        assertThat(ids(first)).containsExactly("ada", "grace");
        assertThat(ids(second)).containsExactly("linus");
        assertThat(second.has("next")).isFalse();
        assertThat(get("?limit=3", 200).has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "may=release", "may=", "role=boss", "role=", "after=", "after=%2F"})
    void a_parameter_that_means_nothing_is_refused_by_name(String parameter) throws Exception {
        JsonNode problem = get("?" + parameter, 400);

        assertThat(problem.get("type").asString()).endsWith("malformed-query");
        assertThat(problem.get("detail").asString())
                .contains("“" + parameter.substring(0, parameter.indexOf('=')) + "”");
    }

    @Test
    void a_limit_that_is_no_number_is_refused() throws Exception {
        assertThat(get("?limit=many", 400).get("detail").asString()).contains("limit");
    }

    @Test
    void a_token_that_may_not_read_documents_is_refused() throws Exception {
        author = tokenOf(add("bob", "author"), List.of("documents:write"));

        assertThat(get("", 403).get("scope").asString()).isEqualTo("documents:read");
    }

    private Person add(String login, String role) {
        return administration.add(login, "Somebody", login + "@example.org", List.of(role), null);
    }

    private String tokenOf(Person person, List<String> scopes) {
        return issuing.issue(person, "test", scopes, Duration.ofDays(1)).text().text();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private JsonNode get(String query, int status) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/colleagues" + query))
                        .header("Authorization", "Bearer " + author).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }
}
