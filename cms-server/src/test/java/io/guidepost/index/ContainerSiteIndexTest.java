package io.guidepost.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.embedded.TestElasticsearch;
import java.time.Duration;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The contract on the Elasticsearch that operators run; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerSiteIndexTest extends SiteIndexContract {

    @Container
    private static final ElasticsearchContainer ELASTICSEARCH = new ElasticsearchContainer("elasticsearch:9.5.3")
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
            .withStartupTimeout(Duration.ofMinutes(3));

    private ElasticsearchClient client;

    @Override
    ElasticsearchClient client() {
        if (client == null) {
            client = TestElasticsearch.clientOf(ELASTICSEARCH.getHttpHostAddress());
        }
        return client;
    }
}
