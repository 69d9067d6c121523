package io.guidepost.delivery.execution;

import graphql.schema.GraphQLType;
import io.guidepost.delivery.field.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;

/**
 * A field of an operation, its places merged.
 *
 * @param key under which it stands in the answer, encoded
 * @param parent the name of the type that has it
 * @param name its name in the schema
 * @param type its type, with what wraps it
 * @param value what it answers with; null: it belongs to introspection
 * @param inputs its arguments
 * @param weight how many values it counts as itself
 * @param listSize how often what is below it stands in the answer, at most or as assumed
 * @param fields what is asked of it; empty: it is a leaf
 */
record PlannedField(SerializableString key, String parent, String name, GraphQLType type, @Nullable FieldValue value,
        Inputs inputs, int weight, ListSize listSize, List<PlannedField> fields) {

    PlannedField {
        fields = List.copyOf(fields);
    }
}
