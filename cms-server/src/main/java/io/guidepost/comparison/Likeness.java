package io.guidepost.comparison;

import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an item of a list is known by. */
final class Likeness {

    private static final List<String> USUAL_KEYS = List.of("key", "id", "slug", "name", "label", "title");
    private static final int MOST_WORDS = 200;

    private Likeness() {}

    /** What the item is called: the first short text of its type. */
    static Optional<String> key(@Nullable FieldType type, JsonNode item) {
        List<String> names = Shapes.fields(type).stream().filter(Likeness::names).map(Field::name).toList();
        return (type == null ? USUAL_KEYS : names).stream().filter(item::has).findFirst().map(item::get)
                .filter(JsonNode::isString).map(key -> key.stringValue().strip()).filter(key -> !key.isEmpty());
    }

    private static boolean names(Field field) {
        return field.type() instanceof FieldType.Scalar scalar && switch (scalar.kind()) {
            case STRING, ID, SLUG -> true;
            case INT, FLOAT, BOOLEAN, DATE, DATE_TIME, URL -> false;
        };
    }

    /** The words of the item's texts and its other values, up to a number that bounds the work. */
    static Set<String> words(JsonNode item) {
        Set<String> words = new HashSet<>();
        collect("", item, words);
        return words;
    }

    private static void collect(String name, JsonNode value, Set<String> words) {
        if (words.size() >= MOST_WORDS) {
            return;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                collect(field.getKey(), field.getValue(), words);
            }
        } else if (value.isArray()) {
            value.forEach(item -> collect(name, item, words));
        } else if (value.isString()) {
            words.addAll(Tokens.words(value.stringValue(), MOST_WORDS - words.size()));
        } else {
            words.add(name + "=" + value);
        }
    }

    /** From 0, nothing in common, to 1: twice the words in common by all words. */
    static double between(Set<String> one, Set<String> other) {
        if (one.size() > other.size()) {
            return between(other, one);
        }
        long common = one.stream().filter(other::contains).count();
        return one.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
    }
}
