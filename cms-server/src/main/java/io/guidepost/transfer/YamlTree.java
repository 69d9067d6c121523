package io.guidepost.transfer;

import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON trees as block-style YAML: two blanks a level, {@code \n} at the end of every line. */
final class YamlTree {

    private static final String LEVEL = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Writes the fields of an object: those that are known in their order, then any others in the object's own. */
    YamlTree fields(JsonNode object, List<Field> fields, String indent) {
        Set<String> names = new LinkedHashSet<>();
        fields.stream().map(Field::name).filter(object::has).forEach(names::add);
        names.addAll(object.propertyNames());
        for (String name : names) {
            text.append(indent).append(YamlScalar.of(name, indent + LEVEL)).append(':');
            List<Field> inner = fields.stream().filter(field -> field.name().equals(name)).findFirst()
                    .map(field -> inner(field.type())).orElse(List.of());
            behindKey(object.path(name), inner, indent);
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    private void behindKey(JsonNode value, List<Field> fields, String indent) {
        if (value.isObject() && !value.isEmpty()) {
            text.append('\n');
            fields(value, fields, indent + LEVEL);
        } else if (value.isArray() && !value.isEmpty()) {
            text.append('\n');
            items(value, fields, indent + LEVEL);
        } else {
            text.append(' ').append(scalar(value, indent + LEVEL)).append('\n');
        }
    }

    private void items(JsonNode list, List<Field> fields, String indent) {
        for (JsonNode item : list) {
            text.append(indent).append('-');
            if (item.isObject() && !item.isEmpty()) {
                int start = text.length();
                fields(item, fields, indent + LEVEL);
                // The first field stands behind the hyphen.
                text.replace(start, start + indent.length() + LEVEL.length(), " ");
            } else {
                behindKey(item, fields, indent);
            }
        }
    }

    private static String scalar(JsonNode value, String indent) {
        return switch (value.getNodeType()) {
            case STRING -> YamlScalar.of(value.stringValue(), indent);
            case OBJECT -> "{}";
            case ARRAY -> "[]";
            case NULL -> "null";
            case BOOLEAN, NUMBER -> value.asString();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("Not JSON: " + value.getNodeType());
        };
    }

    private static List<Field> inner(FieldType type) {
        return switch (type) {
            case FieldType.Embedded embedded -> embedded.fields();
            case FieldType.ListOf list -> inner(list.item());
            case FieldType.Scalar _,FieldType.Enumeration _,FieldType.RichText _,FieldType.Reference _ -> List.of();
        };
    }

    /** A whole document. */
    static String document(String type, String id, ObjectNode content, List<Field> fields) {
        YamlTree tree = new YamlTree();
        tree.text.append("type: ").append(YamlScalar.of(type, LEVEL)).append("\nid: ").append(YamlScalar.of(id, LEVEL))
                .append("\ncontent:");
        if (content.isEmpty()) {
            tree.text.append(" {}\n");
        } else {
            tree.text.append('\n');
            YamlTree _ = tree.fields(content, fields, LEVEL);
        }
        return tree.text();
    }
}
