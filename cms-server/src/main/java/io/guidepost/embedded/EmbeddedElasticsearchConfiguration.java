package io.guidepost.embedded;

import java.util.List;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextRefreshedEvent;

/** Runs an Elasticsearch beside this process and tells Spring Boot's client of it, if none is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(NotConfigured.Elasticsearch.class)
@Import(DataFolderConfiguration.class)
class EmbeddedElasticsearchConfiguration {

    @Bean
    EmbeddedElasticsearch embeddedElasticsearch(DataFolder folder, EmbeddedProperties properties) {
        EmbeddedProperties.Elasticsearch elasticsearch = properties.elasticsearch();
        return EmbeddedElasticsearch.at(folder.resolve("elasticsearch"), elasticsearch.heap().toMegabytes(),
                elasticsearch.startLimit());
    }

    /** Only now, for it takes a processor for some seconds: the server answers sooner without it than both would side by side. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> embeddedElasticsearchLaunch(EmbeddedElasticsearch elasticsearch) {
        return _ -> elasticsearch.launch();
    }

    @Bean
    ElasticsearchConnectionDetails embeddedElasticsearchConnection(EmbeddedElasticsearch elasticsearch) {
        List<Node> nodes = List.of(new Node(EmbeddedElasticsearch.HOST, elasticsearch.port(), Node.Protocol.HTTP));
        return () -> nodes;
    }
}
