package io.guidepost.embedded;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** The embedded Elasticsearch as the server runs it, in a folder of its own that goes with it. */
public final class TestElasticsearch implements AutoCloseable {

    /** How long anything may take that it is asked for. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger ALIASES = new AtomicInteger();

    private final Path folder;
    private final EmbeddedElasticsearch process;
    private final ElasticsearchClient client;

    private TestElasticsearch(Path folder, int megabytes) {
        this.folder = folder;
        this.process = EmbeddedElasticsearch.start(folder, megabytes, PATIENCE);
        this.client = clientOf("127.0.0.1:" + process.port());
        await().atMost(PATIENCE).until(process::isReady);
    }

    /**
     * Starts one, and waits until it answers.
     *
     * @param megabytes the size of its heap
     */
    public static TestElasticsearch start(int megabytes) {
        try {
            return new TestElasticsearch(Files.createTempDirectory("guidepost-elasticsearch"), megabytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its client, which is closed along with it. */
    public ElasticsearchClient client() {
        return client;
    }

    /** A client of a port that nobody listens on. */
    public static ElasticsearchClient nobody() {
        return clientOf("127.0.0.1:9");
    }

    /**
     * A client of an Elasticsearch that is there anyway.
     *
     * @param address host and port
     */
    public static ElasticsearchClient clientOf(String address) {
        return ElasticsearchClient.of(config -> config.host("http://" + address).jsonMapper(new Jackson3JsonpMapper()));
    }

    /** A name for indexes that no other test has used. */
    public static String alias(String kind) {
        return kind + "-" + ALIASES.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
