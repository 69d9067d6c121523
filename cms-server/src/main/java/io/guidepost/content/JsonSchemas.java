package io.guidepost.content;

import io.guidepost.content.FieldType.Kind;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes document types as JSON Schemas, draft 2020-12. */
final class JsonSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonSchemas() {}

    static ObjectNode of(DocumentType type) {
        ObjectNode schema = JSON.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:guidepost:schema:" + type.name()).put("title", type.name());
        if (!type.description().isEmpty()) {
            schema.put("description", type.description());
        }
        return object(schema, type.fields());
    }

    private static ObjectNode object(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : fields) {
            if (!field.computed()) {
                ObjectNode property = type(field, field.type());
                if (!field.description().isEmpty()) {
                    property.put("description", field.description());
                }
                properties.set(field.name(), property);
                if (field.required()) {
                    required.add(field.name());
                }
            }
        }
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode type(Field field, FieldType type) {
        ObjectNode schema = JSON.objectNode();
        return switch (type) {
            case FieldType.ListOf(FieldType item) -> {
                schema.put("type", "array").set("items", type(field, item));
                field.rules().items().ifPresent(bounds -> {
                    schema.put("minItems", (int) bounds.min());
                    if (Double.isFinite(bounds.max())) {
                        schema.put("maxItems", (int) bounds.max());
                    }
                });
                yield schema;
            }
            case FieldType.Embedded(String name, List<Field> fields) -> object(schema.put("title", name), fields);
            case FieldType.Enumeration(_, List<String> values) -> {
                ArrayNode words = schema.putArray("enum");
                values.forEach(words::add);
                yield schema;
            }
            case FieldType.Rich _ -> schema.put("type", "string").put("contentMediaType", "text/markdown")
                    .put("maxLength", Validation.MAX_RICH_TEXT);
            case FieldType.ReferenceTo(String target) -> schema.put("type", "string")
                    .put("pattern", "^" + Validation.SLUG.pattern() + "$").put("x-references", target);
            case FieldType.Scalar(Kind kind) -> scalar(schema, field, kind);
        };
    }

    private static ObjectNode scalar(ObjectNode schema, Field field, Kind kind) {
        switch (kind) {
            case STRING -> {
                schema.put("type", "string");
                field.rules().text().ifPresent(bounds -> schema.put("minLength", (int) bounds.min()).put("maxLength",
                        (int) bounds.max()));
            }
            case BOOLEAN -> schema.put("type", "boolean");
            case INT -> schema.put("type", "integer");
            case FLOAT -> schema.put("type", "number");
            case SLUG -> schema.put("type", "string").put("pattern", "^" + Validation.SLUG.pattern() + "$")
                    .put("minLength", 3).put("maxLength", 80);
            case DATE -> schema.put("type", "string").put("format", "date");
            case DATE_TIME -> schema.put("type", "string").put("format", "date-time");
            case URL -> schema.put("type", "string").put("format", "uri").put("pattern", "^https?://");
        }
        field.rules().range().ifPresent(bounds -> {
            if (Double.isFinite(bounds.min())) {
                schema.put("minimum", bounds.min());
            }
            if (Double.isFinite(bounds.max())) {
                schema.put("maximum", bounds.max());
            }
        });
        return schema;
    }
}
