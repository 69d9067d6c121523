package io.guidepost.delivery;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Settles the edition of an operation before any field of it is fetched, and writes it into the answer. */
final class EditionInstrumentation extends SimplePerformantInstrumentation {

    /** The key in a request's context of the edition that its header names. */
    static final String NAMED_BY_HEADER = "guidepost.edition";

    private final Editions editions;

    EditionInstrumentation(Editions editions) {
        this.editions = editions;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext operation = parameters.getExecutionContext();
        try {
            editions.view(named(operation)).settle(operation.getGraphQLContext());
        } catch (RefusedQueryException refusal) {
            throw new RefusedOperationException(String.valueOf(refusal.getMessage()));
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static List<String> named(ExecutionContext operation) {
        List<String> named = new ArrayList<>();
        String header = operation.getGraphQLContext().get(NAMED_BY_HEADER);
        if (header != null) {
            named.add(header);
        }
        for (ExecutableNormalizedField field : operation.getNormalizedQueryTree().get().getTopLevelFields()) {
            Object argument = field.getResolvedArguments().get("edition");
            if (argument != null) {
                named.add(argument.toString());
            }
        }
        return named;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        GraphQLContext context = parameters.getGraphQLContext();
        if (!context.hasKey(View.class)) {
            return CompletableFuture.completedFuture(result);
        }
        Map<Object, Object> extensions = new LinkedHashMap<>();
        if (result.getExtensions() != null) {
            extensions.putAll(result.getExtensions());
        }
        extensions.put("edition", View.of(context).edition().toMap());
        return CompletableFuture.completedFuture(result.transform(builder -> builder.extensions(extensions)));
    }
}
