package io.guidepost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static EmbeddedElasticsearch elasticsearch;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        elasticsearch = EmbeddedElasticsearch.start(folder, 128, PATIENCE);
    }

    @AfterAll
    static void stop() {
        elasticsearch.close();
    }

    private static void awaitReady() {
        await().atMost(PATIENCE).until(elasticsearch::isReady);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + elasticsearch.port() + path))
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void the_english_analyser_finds_a_word_by_another_form_of_it() throws Exception {
        awaitReady();
        send("PUT", "/english", """
                {"mappings": {"properties": {"text": {"type": "text", "analyzer": "english"}}}}""");
        send("PUT", "/english/_doc/1?refresh=true", """
                {"text": "Running experiments with the analysts"}""");

        String found = send("GET", "/english/_search", """
                {"query": {"match": {"text": {"query": "run the analyst", "operator": "and"}}}}""");

        assertThat(found).contains("\"_id\":\"1\"");
    }

    @Test
    void a_killed_process_comes_back_on_the_same_port_with_its_data() throws Exception {
        awaitReady();
        send("PUT", "/kept/_doc/1", "{\"text\": \"kept\"}");
        long killed = elasticsearch.pid().orElseThrow();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> elasticsearch.isReady() && elasticsearch.pid().orElseThrow() != killed);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(send("GET", "/kept/_doc/1", "")).contains(
                "\"found\":true"));
    }

    @Test
    void the_process_ends_when_its_parent_is_killed(@TempDir Path another) throws Exception {
        try (JavaProcess parent = JavaProcess.run(ElasticsearchOwner.class, another)) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(parent.awaitLine("elasticsearch ").split(" ")[1]))
                    .orElseThrow();

            parent.kill();

            await().atMost(PATIENCE).until(() -> !child.isAlive());
        }
    }
}
