package io.guidepost.delivery.execution;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.field.SchemaWiring;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the schema files on the class path, their wiring and the way they are run together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class ExecutionConfiguration {

    private static final String SCHEMA_FILES = "classpath*:guidepost/schema/**/*.graphqls";

    @Bean
    SchemaWiring schemaWiring(ContentModel model) {
        return new SchemaWiring(model);
    }

    @Bean
    RuntimeWiringConfigurer deliveryWiring(SchemaWiring wiring) {
        return new RuntimeWiringConfigurer() {
            @Override
            public void configure(RuntimeWiring.Builder builder) {
                SchemaWiring.scalars().forEach(builder::scalar);
            }

            @Override
            public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
                factories.add(wiring);
            }
        };
    }

    @Bean
    GraphQlSourceBuilderCustomizer delivery(ResourcePatternResolver resources, Engines engines,
            EditionOpening editions) throws IOException {
        var files = resources.getResources(SCHEMA_FILES);
        return builder -> engines.plan(builder.schemaResources(files), editions);
    }
}
