package io.guidepost.work;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import io.guidepost.embedded.EmbeddedElasticsearch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The embedded Elasticsearch as the server runs it, with indexes of each test's own. */
final class TestElasticsearch implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedElasticsearch process;

    TestElasticsearch(Path folder) {
        process = EmbeddedElasticsearch.start(folder, 128, PATIENCE);
        await().atMost(PATIENCE).until(process::isReady);
    }

    ElasticsearchClient client() {
        return clientOf(process.port());
    }

    /** A client of a port that nobody listens on. */
    static ElasticsearchClient nobody() {
        return clientOf(9);
    }

    private static ElasticsearchClient clientOf(int port) {
        return ElasticsearchClient
                .of(config -> config.host("http://127.0.0.1:" + port).jsonMapper(new Jackson3JsonpMapper()));
    }

    /** A name that no other test has used. */
    static String alias() {
        return "work-" + COUNT.incrementAndGet();
    }

    @Override
    public void close() {
        process.close();
    }
}
