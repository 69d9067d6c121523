package io.guidepost.delivery;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how many values a field answers with: one, and what is below it as often as its list is long. That is what the query
 * asks for, or what the schema allows, or else an assumption.
 */
final class Complexity implements FieldComplexityCalculator {

    private static final int LARGEST_PAGE = 100;

    private final int assumedListSize;
    private final int ceiling;

    /**
     * @param assumedListSize how long a list is taken to be that nothing bounds
     * @param limit beyond which nothing needs to be told apart
     */
    Complexity(int assumedListSize, int limit) {
        this.assumedListSize = assumedListSize;
        this.ceiling = limit + 1;
    }

    @Override
    public int calculate(FieldComplexityEnvironment environment, int below) {
        return (int) Math.min(ceiling, 1 + size(environment) * (long) below);
    }

    private long size(FieldComplexityEnvironment environment) {
        String parent = environment.getParentType().getName();
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        if (field.getArgument("first") != null) {
            return environment.getArguments().get("first") instanceof Integer first
                    ? Math.clamp(first, 1, LARGEST_PAGE)
                    : assumedListSize;
        }
        // Introspection is bounded by the engine; the lists of a connection are as long as its page, the careers as asked for.
        if (parent.startsWith("__") || hasSizedParent(environment.getParentEnvironment())
                || !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))) {
            return 1;
        }
        return mostItems(field);
    }

    private static boolean hasSizedParent(@Nullable FieldComplexityEnvironment parent) {
        return parent != null && parent.getFieldDefinition().getArgument("first") != null
                && !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(parent.getFieldDefinition().getType()));
    }

    private int mostItems(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective items = field.getAppliedDirective("items");
        Object most = items == null || items.getArgument("max") == null ? null : items.getArgument("max").getValue();
        return most instanceof Integer number ? number : assumedListSize;
    }
}
