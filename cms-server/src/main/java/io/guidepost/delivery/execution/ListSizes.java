package io.guidepost.delivery.execution;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long lists are: as long as the query asks for, or as the schema allows, or else as assumed.
 *
 * @param assumed how long a list is taken to be that nothing bounds
 */
record ListSizes(int assumed) {

    /**
     * How often what is below a field stands in the answer.
     *
     * @param parent the name of the type that has the field
     * @param above the field that the field is below; null: none
     */
    ListSize of(String parent, GraphQLFieldDefinition field, @Nullable GraphQLFieldDefinition above) {
        if (isSized(field)) {
            return new ListSize(true, assumed);
        }
        // Introspection is bounded by the engine; the lists of a connection are as long as its page, the careers as asked for.
        if (parent.startsWith("__") || !isList(field) || (above != null && isSized(above) && !isList(above))) {
            return ListSize.ONE;
        }
        return new ListSize(false, mostItems(field));
    }

    private static boolean isSized(GraphQLFieldDefinition field) {
        return field.getArgument("first") != null;
    }

    private static boolean isList(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    }

    private int mostItems(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective items = field.getAppliedDirective("items");
        Object most = items == null || items.getArgument("max") == null ? null : items.getArgument("max").getValue();
        return most instanceof Integer number ? number : assumed;
    }
}
