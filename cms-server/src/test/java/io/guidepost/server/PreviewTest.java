package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What editors see before readers do, as front ends ask for it. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PreviewTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable Client admin;
    private static Client author;
    private static Client editor;
    private static Client publisher;
    private static String preview;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
    }

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @BeforeEach
    void let_people_in(CapturedOutput output) throws Exception {
        if (admin == null) {
            Matcher token = TOKEN.matcher(output.getAll());
            assertThat(token.find()).isTrue();
            admin = new Client(port).as(token.group());
            author = admin.person("ada", "author");
            editor = admin.person("grace", "editor");
            publisher = admin.person("linus", "publisher");
            preview = token("preview:read");
        }
    }

    private static String token(String scope) throws Exception {
        ObjectNode wish = Client.JSON.createObjectNode().put("name", "site").put("expiresInDays", 1);
        wish.putArray("scopes").add(scope);
        return admin.api("POST", "/people/grace/tokens", null, wish).body().get("token").asString();
    }

    @Test
    void an_incomplete_draft_is_previewed_with_nulls_for_what_is_missing() throws Exception {
        written("faq-there", "Faq", ContentNode.faq("there", "It is."));
        written("guide-new", "RoleGuide", json("{'slug': 'new-role', 'role': 'new role', "
                + "'tldr': ['Cited [@nowhere], {{respondents}} and {{percent no-such/thing}}'], "
                + "'whatTheyDo': {'duties': [{'label': 'One'}]}, 'salary': {'source': 'source-nowhere', 'bands': [{}]}, "
                + "'related': {'pins': ['guide-nowhere', 'faq-there']}, 'faqs': ['faq-there', 'faq-nowhere']}"));

        JsonNode guide = data(ask("", pageQuery("new-role"))).get("roleGuide");

        assertThat(guide.get("id").asString()).isEqualTo("guide-new");
        assertThat(guide.get("role").asString()).isEqualTo("new role");
        assertThat(guide.get("title").isNull()).isTrue();
        assertThat(guide.get("statistics").isNull()).as("it has no quiz role yet").isTrue();
        assertThat(guide.at("/tldr/0/text").asString()).startsWith("Cited");
        assertThat(guide.at("/tldr/0/citations/0")).isEqualTo(json("{'number': 1, 'source': null}"));
        assertThat(guide.at("/whatTheyDo/duties/0")).isEqualTo(json("{'label': 'One', 'text': null}"));
        assertThat(guide.at("/salary/source").isNull()).isTrue();
        assertThat(guide.at("/salary/bands/0/low").isNull()).isTrue();
        assertThat(guide.at("/faqs")).hasSize(1);
        assertThat(guide.at("/faqs/0/question").asString()).isEqualTo("What about there?");
        assertThat(guide.at("/phases").isNull()).isTrue();
        assertThat(guide.at("/alsoConsider/careers")).isEmpty();
    }

    @Test
    void an_edit_shows_in_the_preview_at_once_and_on_the_live_site_when_it_is_released() throws Exception {
        String query = "{ faq(slug: \"edited\") { answer { text } } }";
        approved("faq-edited", ContentNode.faq("edited", "As it was."));
        publisher.release("First", "PUBLISH", Map.of("faq-edited", 3));
        assertThat(data(ask("", query)).at("/faq/answer/text").asString()).isEqualTo("As it was.");

        for (String text : List.of("As it is.", "As it will be.")) {
            written("faq-edited", "Faq", ContentNode.faq("edited", text));
            assertThat(data(ask("", query)).at("/faq/answer/text").asString()).isEqualTo(text);
            assertThat(data(get("", query)).at("/faq/answer/text").asString()).isEqualTo(text);
            assertThat(live(query).at("/faq/answer/text").asString()).isEqualTo("As it was.");
        }
        int version = approved("faq-edited", ContentNode.faq("edited", "As it will be."));
        publisher.release("Second", "PUBLISH", Map.of("faq-edited", version));

        assertThat(live(query).at("/faq/answer/text").asString()).isEqualTo("As it will be.");
    }

    @Test
    void an_answer_is_kept_by_nobody() throws Exception {
        for (HttpResponse<String> answer : List.of(get("", "{ __typename }"), ask("", "{ __typename }"),
                get("", "{ nonsense }"))) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().map()).containsKeys("guidepost-edition", "guidepost-as-of");
            assertThat(answer.headers().firstValue("Surrogate-Key")).isEmpty();
        }
        assertThat(get("?plan=nowhere", "{ __typename }").headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    @Test
    void a_document_in_the_trash_is_left_out() throws Exception {
        int version = written("faq-trashed", "Faq", ContentNode.faq("trashed", "Away."));
        String query = "{ faq(slug: \"trashed\") { id } }";
        assertThat(data(ask("", query)).at("/faq/id").asString()).isEqualTo("faq-trashed");

        assertThat(author.api("DELETE", "/documents/faq-trashed", version, null).status()).isEqualTo(200);

        assertThat(data(ask("", query)).get("faq").isNull()).isTrue();
        refused(ask("?document=faq-trashed", query), 404, "unknown-preview");
    }

    @Test
    void a_plan_is_previewed_in_just_its_versions_until_it_is_released() throws Exception {
        approved("faq-kept", ContentNode.faq("kept", "Kept."));
        approved("faq-leaving", ContentNode.faq("leaving", "Leaving."));
        publisher.release("Before", "PUBLISH", Map.of("faq-kept", 3, "faq-leaving", 3));
        int planned = approved("faq-planned", ContentNode.faq("planned", "Planned."));
        written("faq-kept", "Faq", ContentNode.faq("kept", "Not in the plan."));
        String plan = author.api("POST", "/planned-releases", null, json("{'name': 'Soon', 'changes': ["
                + "{'document': 'faq-planned', 'action': 'PUBLISH', 'version': " + planned + "},"
                + "{'document': 'faq-leaving', 'action': 'WITHDRAW'}]}")).body().get("id").asString();
        String query = "{ a: faq(slug: \"kept\") { answer { text } } b: faq(slug: \"leaving\") { id } "
                + "c: faq(slug: \"planned\") { answer { text } } }";
        JsonNode expected = json(
                "{'a': {'answer': {'text': 'Kept.'}}, 'b': null, 'c': {'answer': {'text': 'Planned.'}}}");

        assertThat(data(ask("?plan=" + plan, query))).isEqualTo(expected);
        written("faq-planned", "Faq", ContentNode.faq("planned", "Edited since."));
        assertThat(data(ask("?plan=" + plan, query))).isEqualTo(expected);
        assertThat(data(send(request("", preview).header("Guidepost-Plan", plan), query))).isEqualTo(expected);
        assertThat(data(ask("", query)).at("/c/answer/text").asString()).isEqualTo("Edited since.");

        author.api("DELETE", "/planned-releases/" + plan + "/changes/faq-planned", null, null);
        assertThat(publisher.api("POST", "/planned-releases/" + plan + "/release", 2, null).status()).isEqualTo(200);
        refused(ask("?plan=" + plan, query), 404, "unknown-preview");
    }

    @Test
    void a_plan_that_withdraws_with_referrers_is_previewed_without_them() throws Exception {
        ObjectNode citing = ContentNode.faq("citing", "So it says [@cited].");
        approved("source-cited", "Source", ContentNode.source("cited"));
        approved("faq-citing", citing);
        publisher.release("Cited", "PUBLISH", Map.of("source-cited", 3, "faq-citing", 3));
        String plan = author.api("POST", "/planned-releases", null, json("{'name': 'Away', 'withReferrers': true, "
                + "'changes': [{'document': 'source-cited', 'action': 'WITHDRAW'}]}")).body().get("id").asString();
        String query = "{ faq(slug: \"citing\") { answer { citations { source { title } } } } }";

        assertThat(data(ask("", query)).at("/faq/answer/citations/0/source/title").asString()).isEqualTo("On cited");
        assertThat(data(ask("?plan=" + plan, query)).get("faq").isNull()).isTrue();
        assertThat(author.api("POST", "/planned-releases/" + plan + "/cancel", 1, null).status()).isEqualTo(200);
        refused(ask("?plan=" + plan, query), 404, "unknown-preview");
    }

    @Test
    void one_document_is_previewed_over_the_live_site() throws Exception {
        written("faq-one", "Faq", ContentNode.faq("one", "One."));
        written("faq-two", "Faq", ContentNode.faq("two", "Two."));

        assertThat(data(ask("?document=faq-one", "{ a: faq(slug: \"one\") { id } b: faq(slug: \"two\") { id } }")))
                .isEqualTo(json("{'a': {'id': 'faq-one'}, 'b': null}"));
    }

    @ParameterizedTest
    @CsvSource({"?plan=nowhere, 404, unknown-preview",
        "?plan=0198c9c1-5e4d-7a60-b3a6-1d0a5c3f7b10, 404, unknown-preview",
        "?document=faq-nowhere, 404, unknown-preview", "?document=NO, 400, malformed-preview",
        "?document=faq-one&plan=nowhere, 400, malformed-preview", "?dokument=faq-one, 400, malformed-preview"})
    void what_cannot_be_previewed_is_refused(String address, int status, String code) throws Exception {
        refused(ask(address, "{ __typename }"), status, code);
    }

    @Test
    void only_a_token_for_previews_opens_them_and_it_opens_nothing_else() throws Exception {
        assertThat(send(request("", preview), "{ __typename }").statusCode()).isEqualTo(200);
        assertThat(new Client(port).as(preview).document("faq-one").status()).isEqualTo(403);
        refused(send(request("", null), "{ __typename }"), 401, "unauthenticated");
        refused(send(request("", token("documents:read")), "{ __typename }"), 403, "forbidden");

        String revoked = token("preview:read");
        assertThat(admin.api("DELETE", "/tokens/" + revoked.split("_")[1], null, null).status()).isEqualTo(204);
        refused(send(request("", revoked), "{ __typename }"), 401, "invalid-token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { nonsense }                                                                | nonsense
            { faq(slug: "No") { id } }                                                  | A Slug is
            mutation { publish }                                                        | mutation
            { roleGuides(first: 100) { nodes { related { pins { related { pins { faqs { slug } } } } } } } } | complexity
            { faq(slug: "one", edition: "1") { id } }                                   | A preview is of no edition
            """)
    void a_query_is_held_to_the_same_limits_as_for_published_content(String query, String message) throws Exception {
        HttpResponse<String> answer = ask("", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.JSON.readTree(answer.body()).at("/errors/0/message").asString())
                .containsIgnoringCase(message);
    }

    @Test
    void a_preview_tells_no_changes_and_leaves_no_trace_in_those_of_the_live_site() throws Exception {
        written("faq-unseen", "Faq", ContentNode.faq("unseen", "Nobody is to see it."));
        String query = "{ changes { nodes { id slug } } }";

        HttpResponse<String> answer = ask("", query);

        JsonNode body = Client.JSON.readTree(answer.body());
        assertThat(body.get("data").isNull()).isTrue();
        assertThat(body.at("/errors/0/message").asString()).startsWith("A preview is of no edition");
        assertThat(body.at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
        assertThat(live(query).toString()).doesNotContain("unseen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ search(query: \"ai\") { totalCount } }", "{ suggest(prefix: \"ai\") { degraded } }"})
    void nothing_is_searched_in_a_preview(String query) throws Exception {
        JsonNode body = Client.JSON.readTree(ask("", query).body());

        assertThat(body.get("data").isNull()).isTrue();
        assertThat(body.at("/errors/0/message").asString()).startsWith("What is searched is what is live");
        assertThat(body.at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void the_lines_of_changes_take_no_token() throws Exception {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                + "/graphql/changes")).header("Authorization", "Bearer " + preview).build(), BodyHandlers.ofString());

        refused(answer, 400, "refused-query");
        assertThat(Client.JSON.readTree(answer.body()).get("detail").asString()).contains("leave the token out");
    }

    @Test
    void the_schema_says_what_a_draft_may_lack() throws Exception {
        JsonNode fields = data(
                ask("", "{ __type(name: \"RoleGuide\") { fields { name type { kind ofType { kind } } } } }"))
                .at("/__type/fields");
        JsonNode published = live("{ __type(name: \"RoleGuide\") { fields { name type { kind } } } }")
                .at("/__type/fields");

        assertThat(kind(fields, "id")).isEqualTo("NON_NULL");
        assertThat(Stream.of("title", "publishedAt", "statistics", "intro").map(name -> kind(fields, name)))
                .doesNotContain("NON_NULL");
        assertThat(kind(fields, "faqs")).isEqualTo("LIST");
        assertThat(fields.valueStream().filter(field -> field.get("name").asString().equals("faqs")).findFirst()
                .orElseThrow().at("/type/ofType/kind").asString()).isEqualTo("NON_NULL");
        assertThat(kind(published, "title")).isEqualTo("NON_NULL");
    }

    private static String kind(JsonNode fields, String name) {
        return fields.valueStream().filter(field -> field.get("name").asString().equals(name)).findFirst()
                .orElseThrow().at("/type/kind").asString();
    }

    private static JsonNode json(String text) {
        return Client.JSON.readTree(text.replace('\'', '"'));
    }

    private static int written(String id, String type, JsonNode content) throws Exception {
        ObjectNode document = Client.JSON.createObjectNode().put("type", type).put("id", id);
        Answer answer = author.api("POST", "/documents", null, document.set("content", content));
        if (answer.status() == 409) {
            answer = author.save(id, author.document(id).version(), (ObjectNode) content);
        }
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.version();
    }

    private static int approved(String id, ObjectNode content) throws Exception {
        return approved(id, "Faq", content);
    }

    private static int approved(String id, String type, ObjectNode content) throws Exception {
        Answer submitted = author.move(id, written(id, type, content), "submit");
        return editor.move(id, submitted.version(), "approve").version();
    }

    private JsonNode live(String query) throws Exception {
        return new Client(port).ask(query);
    }

    private HttpRequest.Builder request(String parameters, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/graphql/preview" + parameters))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> ask(String parameters, String query) throws Exception {
        return send(request(parameters, preview), query);
    }

    private HttpResponse<String> get(String parameters, String query) throws Exception {
        String first = parameters.isEmpty() ? "?" : parameters + "&";
        return HTTP.send(request(first + "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), preview).build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String query) throws Exception {
        return HTTP.send(request.POST(HttpRequest.BodyPublishers.ofString(
                Client.JSON.createObjectNode().put("query", query).toString())).build(), BodyHandlers.ofString());
    }

    private static JsonNode data(HttpResponse<String> answer) {
        JsonNode body = Client.JSON.readTree(answer.body());
        assertThat(body.path("errors").toString()).isEmpty();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return body.get("data");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Client.JSON.readTree(answer.body()).get("type").asString())
                .isEqualTo("urn:guidepost:problem:" + code);
    }

    /** The query for the page of a guide, with its variable filled in. */
    private static String pageQuery(String slug) throws IOException {
        try (var file = PreviewTest.class.getResourceAsStream("/guidepost/queries/role-guide-page.graphql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("$slug: Slug!",
                    "$slug: Slug! = \"" + slug + "\"");
        }
    }
}
