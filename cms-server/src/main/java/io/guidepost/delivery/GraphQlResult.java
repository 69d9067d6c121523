package io.guidepost.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlResponse;

/** What running a GraphQL request comes to. */
public sealed interface GraphQlResult {

    /**
     * It was run without any error.
     *
     * @param response the engine's
     */
    record Answered(WebGraphQlResponse response) implements GraphQlResult {}

    /**
     * It could not be run, or not without errors.
     *
     * @param response the engine's, with the errors; null: it names a query by a hash that is not known
     */
    record Refused(@Nullable WebGraphQlResponse response) implements GraphQlResult {}
}
