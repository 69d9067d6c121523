package io.guidepost.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.embedded.SharedElasticsearch;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedSiteIndexTest extends SiteIndexContract {

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    @Override
    ElasticsearchClient client() {
        return ELASTICSEARCH.client();
    }
}
