package io.guidepost.delivery.execution;

import graphql.GraphQLContext;
import io.guidepost.delivery.reading.Reading;
import java.util.List;

/** Opens what an operation reads. */
@FunctionalInterface
public interface Opening {

    /**
     * Begins to read, for one operation.
     *
     * @param editions the editions that the request names, in whatever places
     * @param context of the request
     * @throws io.guidepost.delivery.edition.RefusedQueryException if what they name cannot be read
     */
    Reading open(List<String> editions, GraphQLContext context);
}
