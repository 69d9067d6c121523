package io.guidepost.search;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import io.guidepost.embedded.EmbeddedElasticsearch;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSearchStoriesTest extends SearchStories {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static EmbeddedElasticsearch process;
    private static ElasticsearchClient client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        process = EmbeddedElasticsearch.start(folder, 128, PATIENCE);
        await().atMost(PATIENCE).until(process::isReady);
        client = ElasticsearchClient.of(config -> config.host("http://127.0.0.1:" + process.port())
                .jsonMapper(new Jackson3JsonpMapper()));
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Override
    ElasticsearchClient client() {
        return client;
    }
}
