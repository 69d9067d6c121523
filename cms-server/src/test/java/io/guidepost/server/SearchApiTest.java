package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What readers find on a server with the seed content and everything embedded, by the queries that front ends are given. */
class SearchApiTest {

    private static final String SYNONYMS = "search-synonyms";

    @TempDir
    private static Path folder;
    private static ServerProcess server;
    private static Client anybody;
    private static Client author;
    private static Client editor;
    private static Client publisher;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true",
                "--guidepost.related.embeddings.enabled=false");
        anybody = server.awaitReady();
        Client admin = anybody.as(server.token().orElseThrow());
        author = admin.person("ada", "author");
        editor = admin.person("grace", "editor");
        publisher = admin.person("linus", "publisher");
        soon(() -> {
            JsonNode all = search("");
            assertThat(all.get("degraded").asBoolean()).isFalse();
            assertThat(all.get("totalCount").asInt()).isEqualTo(65);
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_guide_is_found_by_its_name_and_shows_where_it_stands() throws Exception {
        JsonNode found = search("data analysts");

        assertThat(found.at("/nodes/0/guide/slug").asString()).isEqualTo("data-analyst");
        JsonNode highlight = found.at("/nodes/0/highlights/0");
        assertThat(highlight.get("place").asString()).isEqualTo("TITLE");
        assertThat(String.join("", texts(highlight.get("parts"), "/text"))).isEqualTo("data analyst");
        assertThat(highlight.get("parts")).anyMatch(part -> part.get("hit").asBoolean());
        assertThat(found.get("nodes")).anyMatch(node -> node.hasNonNull("faq"));
        assertThat(found.get("nodes")).allMatch(node -> node.hasNonNull("faq") != node.hasNonNull("guide"));
    }

    @Test
    void a_misspelt_word_finds_what_was_meant() throws Exception {
        assertThat(search("cybersecurty").at("/nodes/0/guide/slug").asString()).isEqualTo("cybersecurity-analyst");
    }

    @Test
    void words_that_editors_joined_find_one_another() throws Exception {
        assertThat(texts(search("ML").get("nodes"), "/guide/slug")).contains("ai-specialist");
    }

    @Test
    void pages_have_every_hit_once() throws Exception {
        List<String> ids = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("query", "data"));
        JsonNode page;
        do {
            page = search(variables);
            page.get("nodes").forEach(node -> ids.add(node.at("/guide/slug").asString("") + '/'
                    + node.at("/faq/slug").asString("")));
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(ids).hasSizeGreaterThan(10).hasSize(page.get("totalCount").asInt()).doesNotHaveDuplicates();
    }

    @Test
    void facets_lead_to_as_many_hits_as_they_say() throws Exception {
        JsonNode facets = search("").get("facets");

        assertThat(texts(facets.get("types"), "/type")).containsExactlyInAnyOrder("RoleGuide", "Faq");
        for (JsonNode type : facets.get("types")) {
            assertThat(total(Map.of("types", List.of(type.get("type").asString()))))
                    .isEqualTo(type.get("count").asInt());
        }
        assertThat(facets.get("skills")).isNotEmpty();
        for (JsonNode skill : facets.get("skills")) {
            assertThat(total(Map.of("skills", List.of(skill.get("skill").asString()))))
                    .isEqualTo(skill.get("count").asInt());
        }
        assertThat(facets.get("pay")).isNotEmpty();
        for (JsonNode pay : facets.get("pay")) {
            assertThat(total(Map.of("pay", Map.of("currency", pay.get("currency").asString(), "atLeast",
                    pay.get("atLeast").asInt(), "below", pay.get("below").asInt()))))
                    .isEqualTo(pay.get("count").asInt());
        }
        int faster = 0;
        for (JsonNode months : facets.get("months")) {
            faster += months.get("count").asInt();
            if (months.hasNonNull("to")) {
                assertThat(total(Map.of("monthsAtMost", months.get("to").asInt()))).isEqualTo(faster);
            }
        }
        assertThat(faster).as("guides").isEqualTo(6);
    }

    @Test
    void a_guide_is_suggested_before_its_name_is_written_out() throws Exception {
        JsonNode suggested = graphql("search-suggestions", Map.of("prefix", "produ")).get("suggest");

        assertThat(suggested.get("degraded").asBoolean()).isFalse();
        assertThat(suggested.at("/suggestions/0")).isEqualTo(Client.JSON.readTree("""
                {"text": "product manager", "type": "RoleGuide", "slug": "product-manager"}"""));
        assertThat(graphql("search-suggestions", Map.of("prefix", "")).at("/suggest/suggestions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:* AND (", "\"", "🚀", "<script>alert(1)</script>", "{{respondents}}", "the of and",
        "\\\\", "שלום עולם", "\0\u0007"})
    void whatever_is_typed_is_answered(String typed) throws Exception {
        assertThat(search(typed).get("degraded").asBoolean()).isFalse();
        assertThat(search(typed.repeat(2_000)).get("degraded").asBoolean()).isFalse();
        assertThat(graphql("search-suggestions", Map.of("prefix", typed.repeat(2_000))).at("/suggest/degraded")
                .asBoolean()).isFalse();
    }

    @Test
    void half_a_character_is_answered_as_well() throws Exception {
        for (String query : List.of("query ($typed: String!) { found: search(query: $typed) { degraded } }",
                "query ($typed: String!) { found: suggest(prefix: $typed) { degraded } }")) {
            for (String typed : List.of("\\ud83d", "data \\ude80 analyst", "\\ud83d".repeat(500))) {
                HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"query\": \"" + query + "\", \"variables\": {\"typed\": \"" + typed + "\"}}"))
                        .build(), BodyHandlers.ofString());

                assertThat(answer.body()).as(typed).isEqualTo("{\"data\":{\"found\":{\"degraded\":false}}}");
            }
        }
    }

    @Test
    void a_document_is_found_while_it_is_live_and_in_editions_that_have_it() throws Exception {
        int version = approved("faq-beekeeper", "Faq", ContentNode.faq("beekeeper", "Apiculturists keep bees."));
        assertThat(search("apiculturist").get("totalCount").asInt()).isZero();

        release("PUBLISH", "faq-beekeeper", version);
        soon(() -> assertThat(texts(search("apiculturist").get("nodes"), "/faq/slug")).containsExactly("beekeeper"));
        JsonNode pinned = anybody.ask("{ edition(edition: \"1\") { release } search(query: \"apiculturist\") {"
                + " totalCount nodes { faq { slug } } } }");
        assertThat(pinned.at("/edition/release").asInt()).isEqualTo(1);
        assertThat(pinned.at("/search/totalCount").asInt()).isEqualTo(1);
        assertThat(pinned.at("/search/nodes")).isEmpty();

        release("WITHDRAW", "faq-beekeeper", version);
        assertThat(search("apiculturist").get("nodes")).as("at once, whatever the index has").isEmpty();
        soon(() -> assertThat(search("apiculturist").get("totalCount").asInt()).isZero());
    }

    @Test
    void synonyms_hold_from_when_they_go_live() throws Exception {
        release("PUBLISH", "faq-luthier",
                approved("faq-luthier", "Faq", ContentNode.faq("luthier", "Luthiers plane.")));
        soon(() -> assertThat(search("luthier").get("totalCount").asInt()).isEqualTo(1));
        ObjectNode content = (ObjectNode) author.document(SYNONYMS).body().get("content").deepCopy();
        ((ArrayNode) content.get("groups")).addObject().putArray("words").add("Luthier").add("guitarmaker");

        int version = approved(SYNONYMS, "SearchSynonyms", content);
        assertThat(search("guitarmakers").get("totalCount").asInt()).as("while it is not live").isZero();

        release("PUBLISH", SYNONYMS, version);
        soon(() -> assertThat(texts(search("guitarmakers").get("nodes"), "/faq/slug")).containsExactly("luthier"));
    }

    @Test
    void an_answer_is_for_one_browser_and_a_few_seconds() throws Exception {
        HttpResponse<String> answer = get("{ search(query: \"analyst\") { totalCount } }");

        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=10");
        assertThat(answer.headers().firstValue("Surrogate-Key")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void a_front_end_searches_as_its_guide_tells() throws Exception {
        List<String> shown = Tour.of(Path.of("../docs/front-end.md"), "Search").run(Map.of("API=http://127.0.0.1:8080",
                "cd ..; API=http://127.0.0.1:" + server.port()));

        assertThat(shown).singleElement().satisfies(lines -> assertThat(lines.lines()).satisfiesExactly(
                total -> assertThat(Integer.parseInt(total)).isPositive(),
                best -> assertThat(best).contains("{\"text\":\"machine learning\",\"hit\":true}"),
                facets -> assertThat(facets).startsWith("{\"types\":[{\"type\":\"RoleGuide\"").contains("SQL"),
                suggestion -> assertThat(suggestion)
                        .isEqualTo("{\"text\":\"data analyst\",\"type\":\"RoleGuide\",\"slug\":\"data-analyst\"}")));
    }

    @Test
    void while_the_search_engine_hangs_readers_are_told_so_and_afterwards_they_find_again() throws Exception {
        ProcessHandle elasticsearch = server.awaitElasticsearch();
        signal(elasticsearch, "STOP");
        try {
            JsonNode found = search("analyst");
            assertThat(found.get("degraded").asBoolean()).isTrue();
            assertThat(found.get("nodes")).isEmpty();
            assertThat(graphql("search-suggestions", Map.of("prefix", "ana")).at("/suggest/degraded").asBoolean())
                    .isTrue();
            assertThat(get("{ search(query: \"analyst\") { degraded } }").headers().allValues("Cache-Control"))
                    .containsExactly("no-store");
        } finally {
            signal(elasticsearch, "CONT");
        }

        soon(() -> {
            JsonNode found = search("analyst");
            assertThat(found.get("degraded").asBoolean()).isFalse();
            assertThat(found.get("nodes")).isNotEmpty();
        });
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    private static HttpResponse<String> get(String query) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                + "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))).build(),
                BodyHandlers.ofString());
    }

    private static JsonNode search(String typed) throws Exception {
        return search(Map.of("query", typed));
    }

    private static JsonNode search(Map<String, Object> variables) throws Exception {
        return graphql("site-search", variables).get("search");
    }

    private static int total(Map<String, Object> filter) throws Exception {
        return search(Map.of("query", "", "filter", filter)).get("totalCount").asInt();
    }

    private static JsonNode graphql(String query, Map<String, Object> variables) throws Exception {
        ObjectNode request = Client.JSON.createObjectNode().put("query",
                Files.readString(Path.of("../schema/queries/" + query + ".graphql")));
        request.set("variables", Client.JSON.valueToTree(variables));
        return anybody.ask(request);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return list.valueStream().map(each -> each.at(pointer)).filter(JsonNode::isString).map(JsonNode::asString)
                .toList();
    }

    private static int approved(String id, String type, ObjectNode content) throws Exception {
        Answer there = author.document(id);
        Answer written = there.status() == 200
                ? author.save(id, there.version(), content)
                : author.api("POST", "/documents", null,
                        Client.JSON.createObjectNode().put("type", type).put("id", id).set("content", content));
        assertThat(written.status()).as(written.body().toString()).isBetween(200, 201);
        Answer submitted = author.move(id, written.version(), "submit");
        return editor.move(id, submitted.version(), "approve").version();
    }

    private static void release(String action, String id, int version) throws Exception {
        Answer released = publisher.release("A release", action, Map.of(id, version));
        assertThat(released.status()).as(released.body().toString()).isEqualTo(201);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(ServerProcess.PATIENCE).untilAsserted(assertion);
    }
}
