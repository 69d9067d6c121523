package io.guidepost.delivery.execution;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLSchema;
import java.util.Locale;

/**
 * The variables of one request, and what it takes to read arguments from them.
 *
 * @param values the variables
 * @param schema that the operation is of
 * @param context of the request
 * @param locale of its messages
 */
record Variables(CoercedVariables values, GraphQLSchema schema, GraphQLContext context, Locale locale) {

    static Variables of(ExecutionContext operation) {
        return new Variables(operation.getCoercedVariables(), operation.getGraphQLSchema(),
                operation.getGraphQLContext(), operation.getLocale());
    }

    /** The same request as if it had no variables. */
    Variables none() {
        return new Variables(CoercedVariables.emptyVariables(), schema, context, locale);
    }
}
