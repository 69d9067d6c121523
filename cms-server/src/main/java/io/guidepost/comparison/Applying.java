package io.guidepost.comparison;

import io.guidepost.content.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes differences to a content. */
final class Applying {

    private final Map<String, List<Difference>> byPlace;
    private int left;

    Applying(List<Difference> differences) {
        this.byPlace = differences.stream().collect(Collectors.groupingBy(Difference::before));
        this.left = differences.size();
    }

    ObjectNode to(ObjectNode before) {
        JsonNode after = value("", before);
        if (left > 0 || !(after instanceof ObjectNode content)) {
            throw misfit("Some of the places");
        }
        return content;
    }

    private JsonNode value(String pointer, JsonNode before) {
        for (Difference difference : at(pointer)) {
            if (difference instanceof Difference.FieldChanged changed) {
                require(before.equals(changed.oldValue()), pointer);
                left--;
                return changed.newValue();
            }
            if (difference instanceof Difference.TextChanged changed) {
                require(before.isString() && before.stringValue().equals(text(changed, WordRun.Change.INSERTED)),
                        pointer);
                left--;
                return JsonNodeFactory.instance.stringNode(text(changed, WordRun.Change.DELETED));
            }
        }
        return before.isObject() ? fields(pointer, before) : before.isArray() ? items(pointer, before) : before;
    }

    private JsonNode fields(String pointer, JsonNode before) {
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            String child = Pointers.child(pointer, field.getKey());
            Difference.FieldRemoved removed = find(Difference.FieldRemoved.class, child);
            if (removed == null) {
                after.set(field.getKey(), value(child, field.getValue()));
            } else {
                require(field.getValue().equals(removed.oldValue()), child);
                left--;
            }
        }
        for (Difference difference : at(pointer)) {
            if (difference instanceof Difference.FieldSet set) {
                String name = Pointers.segments(set.after()).getLast();
                require(!before.has(name), set.after());
                after.set(name, set.newValue());
                left--;
            }
        }
        return after;
    }

    private JsonNode items(String pointer, JsonNode before) {
        Map<Integer, JsonNode> placed = new HashMap<>();
        List<JsonNode> staying = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            String child = Pointers.child(pointer, i);
            Difference.ItemRemoved removed = find(Difference.ItemRemoved.class, child);
            Difference.ItemMoved moved = find(Difference.ItemMoved.class, child);
            if (removed != null) {
                require(before.get(i).equals(removed.oldValue()), child);
                left--;
            } else if (moved != null) {
                place(placed, moved.to(), value(child, before.get(i)), child);
            } else {
                staying.add(value(child, before.get(i)));
            }
        }
        for (Difference difference : at(pointer)) {
            if (difference instanceof Difference.ItemAdded added) {
                place(placed, added.to(), added.newValue(), added.after());
            }
        }
        ArrayNode after = JsonNodeFactory.instance.arrayNode();
        int next = 0;
        for (int j = 0; j < placed.size() + staying.size(); j++) {
            JsonNode item = placed.get(j);
            require(item != null || next < staying.size(), pointer);
            after.add(item == null ? staying.get(next++) : item);
        }
        return after;
    }

    private void place(Map<Integer, JsonNode> placed, int index, JsonNode item, String pointer) {
        require(placed.put(index, item) == null, pointer);
        left--;
    }

    private List<Difference> at(String pointer) {
        return byPlace.getOrDefault(pointer, List.of());
    }

    private <D extends Difference> @Nullable D find(Class<D> kind, String pointer) {
        for (Difference difference : at(pointer)) {
            if (kind.isInstance(difference)) {
                return kind.cast(difference);
            }
        }
        return null;
    }

    private static String text(Difference.TextChanged changed, WordRun.Change without) {
        return changed.runs().stream().filter(run -> run.change() != without).map(WordRun::text)
                .collect(Collectors.joining());
    }

    private static void require(boolean fits, String pointer) {
        if (!fits) {
            throw misfit(pointer);
        }
    }

    private static IllegalArgumentException misfit(String where) {
        return new IllegalArgumentException("The differences do not fit the content: " + where + ".");
    }
}
