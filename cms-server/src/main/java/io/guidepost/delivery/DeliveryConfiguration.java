package io.guidepost.delivery;

import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import io.guidepost.content.ContentModel;
import io.guidepost.content.RichTextRenderer;
import io.guidepost.related.RelatedCareers;
import io.guidepost.release.Publications;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the schema files on the class path, their wiring and the limits together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    private static final String SCHEMA_FILES = "classpath*:guidepost/schema/**/*.graphqls";

    @Bean
    GraphQlSourceBuilderCustomizer schemaFiles(ResourcePatternResolver resources) throws IOException {
        var files = resources.getResources(SCHEMA_FILES);
        return builder -> builder.schemaResources(files);
    }

    @Bean
    RuntimeWiringConfigurer deliveryWiring(ContentModel model, RelatedCareers relatedCareers) {
        SchemaWiring wiring = wiring(model, relatedCareers);
        return new RuntimeWiringConfigurer() {
            @Override
            public void configure(RuntimeWiring.Builder builder) {
                ScalarTypes.all().forEach(builder::scalar);
            }

            @Override
            public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
                factories.add(wiring);
            }
        };
    }

    static SchemaWiring wiring(ContentModel model, RelatedCareers relatedCareers) {
        PublishedContent documents = new PublishedContent(model);
        return new SchemaWiring(documents, new QueryFields(documents),
                new AuthoredFields(documents, new RichTextRenderer()),
                new ComputedFields(relatedCareers), new ValueFields(documents));
    }

    @Bean
    BatchLoaderRegistry batchLoaderRegistry(Publications publications) {
        DefaultBatchLoaderRegistry loaders = new DefaultBatchLoaderRegistry();
        PublishedContent.register(loaders, publications);
        return loaders;
    }

    @Bean
    @Order(0)
    Instrumentation limits(DeliveryProperties properties) {
        return LimitInstrumentation.of(properties);
    }

    @Bean
    @Order(1)
    Instrumentation editionInstrumentation(Editions editions) {
        return new EditionInstrumentation(editions);
    }
}
