package io.guidepost.server;

import io.guidepost.embedded.ElasticsearchOwner;
import io.guidepost.embedded.JavaProcess;
import io.guidepost.embedded.MongoProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On servers that somebody else started. */
class SeparateStoryTest extends Story {

    private static JavaProcess mongo;
    private static JavaProcess elasticsearch;

    private static String mongoUri;
    private static String elasticsearchPort;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        elasticsearch = JavaProcess.run(ElasticsearchOwner.class, folder.resolve("elasticsearch"));
        mongo = JavaProcess.run(MongoProcess.class, folder.resolve("mongo"));
        elasticsearchPort = elasticsearch.awaitLine("elasticsearch ").split(" ")[0];
        mongoUri = mongo.awaitLine("mongo ");
    }

    @AfterAll
    static void stop() throws Exception {
        elasticsearch.end();
        mongo.end();
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> mongoUri);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:" + elasticsearchPort);
    }
}
