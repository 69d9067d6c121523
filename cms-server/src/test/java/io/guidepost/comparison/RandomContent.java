package io.guidepost.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random contents and edits of them. A value that an edit brings in has never been there before, so that it can be recognised. */
final class RandomContent {

    private static final List<String> TEXTS = List.of("title", "intro");
    private final Random random;
    private int next;

    RandomContent(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("slug", unique()).put("title", text(4)).put("year", 2000 + next++).put("intro", text(30));
        for (int i = random.nextInt(5); i > 0; i--) {
            content.withArray("tldr").add(text(8));
        }
        content.putObject("whatTheyDo").put("intro", text(12)).set("duties", items("label", "text"));
        content.set("skills", items("name", "description"));
        for (int i = random.nextInt(5); i > 0; i--) {
            content.withArray("sources").add(unique());
        }
        content.set("odd ~ / field", JsonNodeFactory.instance.arrayNode().add(next++)
                .add(JsonNodeFactory.instance.arrayNode().add(unique())).addNull());
        return content;
    }

    private ArrayNode items(String key, String text) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(item(key, text));
        }
        return items;
    }

    private ObjectNode item(String key, String text) {
        return JsonNodeFactory.instance.objectNode().put(key, text(2)).put(text, text(10)).put("selfCheck",
                random.nextBoolean());
    }

    /** The content after some edits; the content itself stays as it is. */
    ObjectNode edited(ObjectNode content, int edits) {
        ObjectNode edited = content.deepCopy();
        for (int i = 0; i < edits; i++) {
            fields(edited, List.copyOf(edited.propertyNames()));
        }
        return edited;
    }

    /** The content after some edits of the named fields alone. */
    ObjectNode edited(ObjectNode content, int edits, List<String> names) {
        ObjectNode edited = content.deepCopy();
        for (int i = 0; i < edits; i++) {
            fields(edited, names);
        }
        return edited;
    }

    private void fields(ObjectNode object, List<String> names) {
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.path(name);
        if (random.nextInt(12) == 0) {
            object.remove(name);
        } else if (value instanceof ObjectNode inner && !inner.isEmpty()) {
            fields(inner, List.copyOf(inner.propertyNames()));
        } else if (value instanceof ArrayNode list) {
            items(list);
        } else {
            object.set(name, changed(value));
        }
    }

    private void items(ArrayNode list) {
        int place = random.nextInt(list.size() + 1);
        switch (random.nextInt(4)) {
            case 0 -> list.insert(place, list.isEmpty() || list.get(0).isString()
                    ? JsonNodeFactory.instance.stringNode(text(6))
                    : list.get(0).has("label") ? item("label", "text") : item("name", "description"));
            case 1 -> list.remove(place);
            case 2 -> {
                if (list.size() > 1) {
                    JsonNode moved = list.remove(random.nextInt(list.size()));
                    list.insert(random.nextInt(list.size() + 1), moved);
                }
            }
            default -> {
                if (place < list.size() && list.get(place) instanceof ObjectNode item && !item.isEmpty()) {
                    fields(item, List.copyOf(item.propertyNames()));
                } else if (place < list.size()) {
                    list.set(place, changed(list.get(place)));
                }
            }
        }
    }

    private JsonNode changed(JsonNode value) {
        if (value.isBoolean()) {
            return JsonNodeFactory.instance.booleanNode(!value.booleanValue());
        }
        if (!value.isString() || random.nextInt(10) == 0) {
            return JsonNodeFactory.instance.numberNode(100_000 + next++);
        }
        List<String> words = new ArrayList<>(List.of(value.stringValue().split(" ", -1)));
        for (int i = random.nextInt(3); i >= 0; i--) {
            words.set(random.nextInt(words.size()), unique());
        }
        return JsonNodeFactory.instance.stringNode(String.join(" ", words));
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder(unique());
        for (int i = 1; i < words; i++) {
            text.append(random.nextInt(9) == 0 ? ".\n\n" : " ").append(switch (random.nextInt(8)) {
                case 0 -> "{{percent priority/earn-more}}";
                case 1 -> "[@a-source]";
                case 2 -> "🙂";
                default -> TEXTS.get(random.nextInt(2)) + random.nextInt(20);
            });
        }
        return text.toString();
    }

    private String unique() {
        return "w" + next++;
    }
}
