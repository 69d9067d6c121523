package io.guidepost.delivery.execution;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import io.guidepost.delivery.edition.RefusedQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Tells a client what is wrong with its query. Whatever else fails is logged, and answered without details. */
@Component
class RefusedQueries extends DataFetcherExceptionResolverAdapter {

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
        return failure instanceof RefusedQueryException refusal
                ? GraphQLError.newError()
                        .errorType(ErrorType.BAD_REQUEST)
                        .message("%s", refusal.getMessage())
                        .path(environment.getExecutionStepInfo().getPath())
                        .location(environment.getField().getSourceLocation())
                        .build()
                : null;
    }
}
