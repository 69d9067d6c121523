package io.guidepost.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.embedded.SharedElasticsearch;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedSearchStoriesTest extends SearchStories {

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    @Override
    ElasticsearchClient client() {
        return ELASTICSEARCH.client();
    }
}
