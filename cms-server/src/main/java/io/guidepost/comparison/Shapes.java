package io.guidepost.comparison;

import io.guidepost.content.DocumentType;
import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import io.guidepost.content.ScalarKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the content model says of a value; null where it says nothing, as of fields that a type has no more. */
final class Shapes {

    private Shapes() {}

    static FieldType of(DocumentType type) {
        return new FieldType.Embedded(type.name(), type.fields());
    }

    static List<Field> fields(@Nullable FieldType type) {
        return type instanceof FieldType.Embedded embedded ? embedded.fields() : List.of();
    }

    static @Nullable FieldType field(@Nullable FieldType type, String name) {
        for (Field field : fields(type)) {
            if (field.name().equals(name)) {
                return field.type();
            }
        }
        return null;
    }

    static @Nullable FieldType item(@Nullable FieldType type) {
        return type instanceof FieldType.ListOf list ? list.item() : null;
    }

    /** Whether people write the value as words: rich text or plain text. */
    static boolean isText(@Nullable FieldType type) {
        return type instanceof FieldType.RichText
                || (type instanceof FieldType.Scalar scalar && scalar.kind() == ScalarKind.STRING);
    }

    /** The names in any of the objects, in the order of the schema and then of the objects. */
    static Set<String> names(@Nullable FieldType type, JsonNode... objects) {
        Set<String> present = new LinkedHashSet<>();
        for (JsonNode object : objects) {
            present.addAll(object.propertyNames());
        }
        Set<String> names = new LinkedHashSet<>();
        fields(type).stream().map(Field::name).filter(present::contains).forEach(names::add);
        names.addAll(present);
        return names;
    }
}
