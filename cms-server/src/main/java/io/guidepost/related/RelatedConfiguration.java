package io.guidepost.related;

import io.guidepost.related.embedding.EmbeddingModel;
import io.guidepost.related.embedding.MiniLm;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this package, and chooses the model that embeds guides. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelatedProperties.class)
class RelatedConfiguration {

    @Bean
    EmbeddingModel embeddingModel() {
        return new MiniLm();
    }
}
