package io.guidepost.delivery.execution;

import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeVisitor;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes engines that plan what they run. Each keeps the queries that it has parsed: what is valid in one schema need not be in another. */
@Component
public class Engines {

    private final List<DataFetcherExceptionResolver> resolvers;
    private final Plans plans;
    private final EditionHeader header;
    private final JsonMapper mapper;

    Engines(ObjectProvider<DataFetcherExceptionResolver> resolvers, Plans plans, EditionHeader header,
            JsonMapper mapper) {
        this.resolvers = resolvers.orderedStream().toList();
        this.plans = plans;
        this.header = header;
        this.mapper = mapper;
    }

    /** Has the engine that is being built plan what it runs. */
    void plan(GraphQlSource.Builder<?> builder, Opening opening) {
        PlannedExecution execution = new PlannedExecution(
                DataFetcherExceptionResolver.createExceptionHandler(resolvers), plans, opening, mapper);
        builder.configureGraphQl(
                engine -> engine.queryExecutionStrategy(execution).preparsedDocumentProvider(new ParsedQueries()));
    }

    /**
     * An engine of its own, whose schema is a variant of another.
     *
     * @param schema the other
     * @param variation what is different
     * @param opening of what its operations read
     */
    public WebGraphQlHandler variant(GraphQLSchema schema, GraphQLTypeVisitor variation, Opening opening) {
        GraphQlSource.Builder<?> builder = GraphQlSource.builder(schema).exceptionResolvers(resolvers)
                .typeVisitorsToTransformSchema(List.of(variation));
        plan(builder, opening);
        return WebGraphQlHandler.builder(new DefaultExecutionGraphQlService(builder.build())).interceptor(header)
                .build();
    }
}
