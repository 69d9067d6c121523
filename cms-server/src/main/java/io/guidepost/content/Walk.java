package io.guidepost.content;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Visits every value of a content that is of the type of its field. */
final class Walk {

    private Walk() {}

    /** What is done with a value. */
    interface Visitor {

        void visit(String pointer, Field field, FieldType type, JsonNode value);
    }

    static void through(JsonNode object, List<Field> fields, Visitor visitor) {
        through(object, fields, "", visitor);
    }

    private static void through(JsonNode object, List<Field> fields, String pointer, Visitor visitor) {
        for (Field field : fields) {
            JsonNode value = object.path(field.name());
            if (!field.computed() && !value.isMissingNode() && !value.isNull()) {
                visit(pointer + "/" + field.name(), field, field.type(), value, visitor);
            }
        }
    }

    private static void visit(String pointer, Field field, FieldType type, JsonNode value, Visitor visitor) {
        switch (type) {
            case FieldType.ListOf(FieldType item) -> {
                if (value.isArray()) {
                    for (int index = 0; index < value.size(); index++) {
                        visit(pointer + "/" + index, field, item, value.get(index), visitor);
                    }
                }
            }
            case FieldType.Embedded(_, List<Field> fields) -> {
                if (value.isObject()) {
                    through(value, fields, pointer, visitor);
                }
            }
            case FieldType.Scalar _,FieldType.Enumeration _,FieldType.Rich _,FieldType.ReferenceTo _ -> visitor
                    .visit(pointer, field, type, value);
        }
    }
}
