package io.guidepost.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The one embedded Elasticsearch of all tests that put something into indexes of their own and leave the engine itself alone. What a class of
 * tests has put in goes with the class.
 */
public final class SharedElasticsearch implements BeforeAllCallback, AfterAllCallback {

    private static final int MEGABYTES = 128;

    private TestElasticsearch engine;

    /** A client of it, not to be closed. */
    public ElasticsearchClient client() {
        return engine.client();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        engine = context.getRoot().getStore(Namespace.create(SharedElasticsearch.class))
                .computeIfAbsent(TestElasticsearch.class, _ -> TestElasticsearch.start(MEGABYTES),
                        TestElasticsearch.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<String> indexes = List.copyOf(client().indices().get(request -> request.index("*")).indices().keySet());
        if (!indexes.isEmpty()) {
            client().indices().delete(request -> request.index(indexes));
        }
    }
}
