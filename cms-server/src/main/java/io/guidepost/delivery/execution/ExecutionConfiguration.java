package io.guidepost.delivery.execution;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.field.SchemaWiring;
import io.guidepost.delivery.reading.Readings;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import tools.jackson.databind.json.JsonMapper;

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
    PlannedExecution plannedExecution(ObjectProvider<DataFetcherExceptionResolver> resolvers, Plans plans,
            Editions editions, Readings readings, JsonMapper mapper) {
        return new PlannedExecution(
                DataFetcherExceptionResolver.createExceptionHandler(resolvers.orderedStream().toList()), plans,
                editions, readings, mapper);
    }

    @Bean
    GraphQlSourceBuilderCustomizer delivery(ResourcePatternResolver resources, PlannedExecution execution,
            ParsedQueries parsed) throws IOException {
        var files = resources.getResources(SCHEMA_FILES);
        return builder -> builder.schemaResources(files).configureGraphQl(
                engine -> engine.queryExecutionStrategy(execution).preparsedDocumentProvider(parsed));
    }
}
