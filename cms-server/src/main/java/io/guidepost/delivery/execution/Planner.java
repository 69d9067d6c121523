package io.guidepost.delivery.execution;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import io.guidepost.delivery.field.FieldValue;
import io.guidepost.delivery.field.SchemaWiring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/** Plans one operation: collects the fields of each selection as the specification says, once for all the objects that have it. */
final class Planner {

    private static final String TYPE_NAME = Introspection.TypeNameMetaFieldDef.getName();

    private final GraphQLSchema schema;
    private final SchemaWiring wiring;
    private final ListSizes listSizes;
    private final Map<String, FragmentDefinition> fragments;
    private final Conditions conditions;
    private final Variables noVariables;

    Planner(SchemaWiring wiring, ListSizes listSizes, Map<String, FragmentDefinition> fragments, Conditions conditions,
            Variables noVariables) {
        this.schema = noVariables.schema();
        this.wiring = wiring;
        this.listSizes = listSizes;
        this.fragments = fragments;
        this.conditions = conditions;
        this.noVariables = noVariables;
    }

    List<PlannedField> plan(OperationDefinition operation) {
        return select(schema.getQueryType(), List.of(operation.getSelectionSet()), null);
    }

    private List<PlannedField> select(GraphQLObjectType parent, List<SelectionSet> selections,
            @Nullable GraphQLFieldDefinition above) {
        Map<String, List<Field>> merged = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        selections.forEach(set -> collect(parent, set, merged, visited));
        List<PlannedField> fields = new ArrayList<>();
        merged.forEach((key, places) -> fields.add(field(parent, key, places, above)));
        return fields;
    }

    private void collect(GraphQLObjectType parent, SelectionSet selections, Map<String, List<Field>> merged,
            Set<String> visited) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field when conditions.include(field) ->
                    merged.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>()).add(field);
                case InlineFragment inline when conditions.include(inline) -> {
                    if (applies(inline.getTypeCondition(), parent)) {
                        collect(parent, inline.getSelectionSet(), merged, visited);
                    }
                }
                case FragmentSpread spread when conditions.include(spread) && visited.add(spread.getName()) -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && applies(fragment.getTypeCondition(), parent)) {
                        collect(parent, fragment.getSelectionSet(), merged, visited);
                    }
                }
                default -> {
                    // It is left out by its condition.
                }
            }
        }
    }

    private static boolean applies(@Nullable TypeName condition, GraphQLObjectType parent) {
        return condition == null || condition.getName().equals(parent.getName());
    }

    private PlannedField field(GraphQLObjectType parent, String key, List<Field> places,
            @Nullable GraphQLFieldDefinition above) {
        String name = places.getFirst().getName();
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, parent, name);
        List<Argument> written = places.getFirst().getArguments();
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        List<PlannedField> below = type instanceof GraphQLObjectType object
                ? select(object, places.stream().map(Field::getSelectionSet).toList(), definition)
                : List.of();
        return new PlannedField(new SerializedString(key), parent.getName(), name, definition.getType(),
                value(parent, name), Inputs.of(definition.getArguments(), written, noVariables), weight(definition),
                listSizes.of(parent.getName(), definition, above), below);
    }

    /** A field that answers with one value may count as more, as the schema says. */
    private static int weight(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective cost = field.getAppliedDirective("cost");
        return cost != null && cost.getArgument("weight").getValue() instanceof Integer weight ? weight : 1;
    }

    private @Nullable FieldValue value(GraphQLObjectType parent, String name) {
        return name.equals(TYPE_NAME)
                ? (source, arguments, reading) -> parent.getName()
                : wiring.value(parent.getName(), name);
    }
}
