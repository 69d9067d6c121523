package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server whose Elasticsearch hangs, refuses writes, and comes back with less than it had. */
class SearchIndexTest {

    private static final Pattern PORT = Pattern.compile("Elasticsearch is starting on port (\\d+)");
    private static final String GUIDE = "guide-ai-specialist";
    private static final String INDEX = "guidepost-guides";
    private static final String ALL = """
            { roleGuides(first: 100) { nodes { slug alsoConsider(first: 4) { degraded careers { guide { slug } } } } } }""";

    @TempDir
    private static Path folder;
    private static ServerProcess server;
    private static Client anybody;
    private static Client admin;
    private static Client author;
    private static Client editor;
    private static Client publisher;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true",
                "--guidepost.related.embeddings.enabled=false");
        anybody = server.awaitReady();
        admin = anybody.as(server.token().orElseThrow());
        author = admin.person("ada", "author");
        editor = admin.person("grace", "editor");
        publisher = admin.person("linus", "publisher");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void awaitAllRight() {
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> {
            assertThat(status().get("status").asString()).isEqualTo("UP");
            assertThat(degraded()).containsOnly(false).isNotEmpty();
            assertThat(searched().get("degraded").asBoolean()).isFalse();
            assertThat(searched().get("totalCount").asInt()).isPositive();
        });
    }

    /** What the site search finds. */
    private static JsonNode searched() throws Exception {
        return anybody.ask("{ search(query: \"specialist\") { degraded totalCount nodes { guide { slug } } } }")
                .get("search");
    }

    private static JsonNode status() throws Exception {
        return anybody.send("GET", "/actuator/health", null, null).body().at("/components/search");
    }

    /** Asks for the related careers of all guides; gives of each whether they are degraded. */
    private static List<Boolean> degraded() throws Exception {
        return anybody.ask(ALL).at("/roleGuides/nodes").valueStream()
                .map(guide -> guide.at("/alsoConsider/degraded").asBoolean()).toList();
    }

    private JsonNode elasticsearch(String method, String path, String body) throws IOException, InterruptedException {
        Matcher port = PORT.matcher(server.output());
        assertThat(port.find()).isTrue();
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1)
                + path)).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Client.JSON.readTree(answer.body());
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    private static void awaitTrouble(String reason) {
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> {
            assertThat(status().get("status").asString()).isEqualTo("DEGRADED");
            assertThat(status().get("description").asString()).contains(reason, "Since 2");
        });
    }

    /** Publishes the guide anew and returns the release. */
    private static int publish(String title) throws Exception {
        Answer document = author.document(GUIDE);
        ObjectNode content = ((ObjectNode) document.body().get("content").deepCopy()).put("title", title);
        Answer saved = author.save(GUIDE, document.version(), content);
        Answer submitted = author.move(GUIDE, saved.version(), "submit");
        int version = editor.move(GUIDE, submitted.version(), "approve").version();
        Answer released = publisher.release(title, "PUBLISH", Map.of(GUIDE, version));
        assertThat(released.status()).as(released.body().toString()).isEqualTo(201);
        return released.body().get("number").asInt();
    }

    private static void awaitRelease(int release) {
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> assertThat(admin.api("GET", "/search/indexes", null,
                null).body().valueStream().filter(index -> index.get("index").asString().equals("guides")).findFirst()
                .orElseThrow().get("release").asInt()).isGreaterThanOrEqualTo(release));
    }

    private long found() throws Exception {
        return elasticsearch("GET", "/" + INDEX + "/_count", "").get("count").asLong();
    }

    private static int guides() throws Exception {
        return anybody.ask("{ roleGuides(first: 1) { totalCount } }").at("/roleGuides/totalCount").asInt();
    }

    @Test
    void while_elasticsearch_hangs_every_question_is_answered_and_afterwards_all_is_right_again() throws Exception {
        ProcessHandle elasticsearch = server.awaitElasticsearch();
        signal(elasticsearch, "STOP");
        int release;
        try {
            release = publish("AI specialist while it hangs");
            awaitTrouble("guides: Elasticsearch does not answer");
            assertThat(degraded()).containsOnly(true).isNotEmpty();
            assertThat(anybody.ask(ALL).at("/roleGuides/nodes/0/alsoConsider/careers")).isNotEmpty();
            assertThat(searched().get("degraded").asBoolean()).isTrue();
            assertThat(searched().get("nodes")).isEmpty();
            assertThat(anybody.ask("{ suggest(prefix: \"ai\") { degraded } }").at("/suggest/degraded").asBoolean())
                    .isTrue();
        } finally {
            signal(elasticsearch, "CONT");
        }

        awaitAllRight();
        awaitRelease(release);
    }

    @Test
    void while_the_index_takes_nothing_new_it_is_searched_as_it_is() throws Exception {
        elasticsearch("PUT", "/" + INDEX + "/_settings", "{\"index.blocks.write\": true}");
        int release = publish("AI specialist while nothing is taken");
        awaitTrouble("guides: Elasticsearch refuses writes");
        assertThat(degraded()).containsOnly(true).isNotEmpty();
        assertThat(anybody.ask(ALL).at("/roleGuides/nodes/0/alsoConsider/careers")).isNotEmpty();

        elasticsearch("PUT", "/" + INDEX + "/_settings", "{\"index.blocks.write\": false}");

        awaitAllRight();
        awaitRelease(release);
    }

    @Test
    void an_index_that_was_deleted_comes_back_by_itself() throws Exception {
        String name = elasticsearch("GET", "/_alias/" + INDEX, "").propertyNames().iterator().next();
        elasticsearch("DELETE", "/" + name, "");

        await().atMost(ServerProcess.PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(elasticsearch("GET", "/_alias/" + INDEX, "").has(name)).isFalse();
            assertThat(found()).isEqualTo(guides());
        });
        awaitAllRight();
    }

    @Test
    void an_elasticsearch_that_has_lost_all_its_data_is_filled_again() throws Exception {
        ProcessHandle elasticsearch = server.awaitElasticsearch();
        signal(elasticsearch, "STOP");
        FileSystemUtils.deleteRecursively(folder.resolve("elasticsearch").resolve("data"));
        elasticsearch.destroyForcibly();
        assertThat(degraded()).isNotEmpty();
        assertThat(searched().get("nodes")).isEmpty();

        await().atMost(ServerProcess.PATIENCE).ignoreExceptions()
                .untilAsserted(() -> assertThat(found()).isEqualTo(guides()));
        awaitAllRight();
    }

    @Test
    void an_administrator_has_an_index_compared_with_the_site_and_repaired_or_filled_anew() throws Exception {
        elasticsearch("POST", "/" + INDEX + "/_bulk?refresh=true", """
                {"delete": {"_id": "%s"}}
                {"index": {"_id": "stranger"}}
                {"id": "stranger", "stamp": "?"}
                """.formatted(GUIDE));

        Answer checked = admin.api("POST", "/search/check?index=guides", null, null);

        assertThat(checked.status()).as(checked.body().toString()).isEqualTo(200);
        JsonNode outcome = checked.body().at("/indexes/0");
        assertThat(outcome.get("missing").asInt()).isEqualTo(1);
        assertThat(outcome.get("surplus").asInt()).isEqualTo(1);
        assertThat(outcome.get("repaired").asInt()).isEqualTo(2);
        assertThat(outcome.at("/standing/condition").asString()).isEqualTo("current");
        assertThat(outcome.at("/standing/entries").asInt()).isEqualTo(guides()).isEqualTo((int) found());

        String before = elasticsearch("GET", "/_alias/" + INDEX, "").propertyNames().iterator().next();
        Answer rebuilt = admin.api("POST", "/search/rebuild", null, null);
        assertThat(rebuilt.status()).as(rebuilt.body().toString()).isEqualTo(200);
        assertThat(rebuilt.body().get("done").asBoolean()).isTrue();
        assertThat(elasticsearch("GET", "/_alias/" + INDEX, "").propertyNames()).hasSize(1).doesNotContain(before);
        assertThat(found()).isEqualTo(guides());

        assertThat(author.api("POST", "/search/check", null, null).status()).isEqualTo(403);
        assertThat(author.api("GET", "/search/indexes", null, null).body()).isNotEmpty();
        assertThat(anybody.api("GET", "/search/indexes", null, null).status()).isEqualTo(401);
        Answer unknown = admin.api("POST", "/search/rebuild?index=nothing", null, null);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().get("type").asString()).endsWith(":unknown-index");
    }
}
