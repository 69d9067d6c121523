package io.guidepost.embedded;

import java.util.List;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Runs an Elasticsearch beside this process and tells Spring Boot's client of it, if none is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(NotConfigured.Elasticsearch.class)
@Import(DataFolderConfiguration.class)
class EmbeddedElasticsearchConfiguration {

    @Bean
    EmbeddedElasticsearch embeddedElasticsearch(DataFolder folder, EmbeddedProperties properties) {
        EmbeddedProperties.Elasticsearch elasticsearch = properties.elasticsearch();
        return EmbeddedElasticsearch.start(folder.resolve("elasticsearch"), elasticsearch.heap().toMegabytes(),
                elasticsearch.startLimit());
    }

    @Bean
    ElasticsearchConnectionDetails embeddedElasticsearchConnection(EmbeddedElasticsearch elasticsearch) {
        List<Node> nodes = List.of(new Node(EmbeddedElasticsearch.HOST, elasticsearch.port(), Node.Protocol.HTTP));
        return () -> nodes;
    }
}
