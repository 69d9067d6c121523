package io.guidepost.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a GraphQL request, however they were sent.
 *
 * @param query the document; null: it is named by an extension, or missing
 * @param operationName which of the document's operations; null: the only one
 * @param variables by name
 * @param extensions by name
 */
record GraphQlParameters(@Nullable String query, @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {

    GraphQlParameters withQuery(String other) {
        return new GraphQlParameters(other, operationName, variables, extensions);
    }
}
