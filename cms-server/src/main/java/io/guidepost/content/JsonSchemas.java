package io.guidepost.content;

import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes document types as JSON Schema 2020-12. Embedded types stand under {@code $defs}. */
final class JsonSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NOT_BLANK = "\\S";
    private static final String CURRENCY = "^[A-Z]{3}$";

    private final TreeMap<String, ObjectNode> definitions = new TreeMap<>();

    ObjectNode of(DocumentType type) {
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:guidepost:schema:" + type.name());
        schema.put("title", type.name());
        describe(schema, type.description());
        object(schema, type.fields());
        if (!definitions.isEmpty()) {
            schema.putObject("$defs").setAll(definitions);
        }
        return schema;
    }

    /** A bound as it is read: {@code 120} rather than {@code 120.0}. */
    static String number(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private void object(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (var field : fields) {
            if (!field.computed()) {
                properties.set(field.name(), field(field));
                if (field.required()) {
                    required.add(field.name());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private ObjectNode field(Field field) {
        var schema = value(field, field.type());
        if (!field.required()) {
            var optional = JSON.objectNode();
            optional.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
            schema = optional;
        }
        return describe(schema, field.description());
    }

    private ObjectNode value(Field field, FieldType type) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(field, scalar.kind());
            case FieldType.RichText richText -> text(field).put("contentMediaType", "text/markdown");
            case FieldType.Enumeration enumeration -> {
                var schema = JSON.objectNode();
                var names = schema.putArray("enum");
                enumeration.values().forEach(names::add);
                yield schema;
            }
            case FieldType.Reference reference -> slug().put("x-guidepost-reference", reference.type());
            case FieldType.Embedded embedded -> embedded(embedded);
            case FieldType.ListOf list -> {
                var schema = JSON.objectNode().put("type", "array");
                field.rules().items().ifPresent(rule -> {
                    schema.put("minItems", rule.min());
                    rule.max().ifPresent(max -> schema.put("maxItems", max));
                });
                if (!list.item().isNumber() && !list.item().equals(new FieldType.Scalar(ScalarKind.BOOLEAN))) {
                    schema.put("uniqueItems", true);
                }
                schema.set("items", value(field, list.item()));
                yield schema;
            }
        };
    }

    private ObjectNode embedded(FieldType.Embedded type) {
        if (!definitions.containsKey(type.name())) {
            var definition = JSON.objectNode();
            definitions.put(type.name(), definition);
            object(definition, type.fields());
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + type.name());
    }

    private static ObjectNode scalar(Field field, ScalarKind kind) {
        return switch (kind) {
            case STRING, ID -> text(field);
            case INT -> range(field, JSON.objectNode().put("type", "integer"));
            case FLOAT -> range(field, JSON.objectNode().put("type", "number"));
            case BOOLEAN -> JSON.objectNode().put("type", "boolean");
            case SLUG -> slug();
            case DATE -> JSON.objectNode().put("type", "string").put("format", "date");
            case DATE_TIME -> JSON.objectNode().put("type", "string").put("format", "date-time").put("pattern", "Z$");
            case URL -> JSON.objectNode().put("type", "string").put("format", "uri")
                    .put("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://[^/]").put("maxLength",
                            Scalars.LONGEST_URL);
        };
    }

    private static ObjectNode slug() {
        return JSON.objectNode().put("type", "string").put("pattern", Scalars.SLUG_PATTERN)
                .put("minLength", Scalars.SHORTEST_SLUG).put("maxLength",
                        Scalars.LONGEST_SLUG);
    }

    private static ObjectNode text(Field field) {
        var schema = JSON.objectNode().put("type", "string").put("pattern",
                field.rules().currency() ? CURRENCY : NOT_BLANK);
        field.rules().text().ifPresent(rule -> schema.put("minLength", rule.min()));
        return schema.put("maxLength", field.rules().text().map(Rules.Length::max).orElse(Markdown.MAX_LENGTH));
    }

    private static ObjectNode range(Field field, ObjectNode schema) {
        field.rules().range().ifPresent(range -> {
            range.min().ifPresent(min -> schema.put("minimum", min));
            range.max().ifPresent(max -> schema.put("maximum", max));
        });
        return schema;
    }

    private static ObjectNode describe(ObjectNode schema, String description) {
        return description.isEmpty() ? schema : schema.put("description", description);
    }
}
