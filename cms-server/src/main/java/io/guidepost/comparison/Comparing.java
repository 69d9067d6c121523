package io.guidepost.comparison;

import io.guidepost.content.FieldType;
import io.guidepost.content.Pointers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects the differences of two contents. */
final class Comparing {

    /** A value's place: pointers into both contents, and what an editor calls it. */
    private record Place(String before, String after, String label) {

        Place field(String name) {
            return new Place(Pointers.child(before, name), Pointers.child(after, name), Labels.field(label, name));
        }
    }

    private final List<Difference> differences = new ArrayList<>();
    private final WordDiff words = new WordDiff(new Effort());

    List<Difference> between(FieldType type, JsonNode before, JsonNode after) {
        value(new Place("", "", ""), type, before, after);
        return List.copyOf(differences);
    }

    private void value(Place place, @Nullable FieldType type, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            fields(place, type, before, after);
        } else if (before.isArray() && after.isArray()) {
            items(place, Shapes.item(type), before, after);
        } else if (before.isString() && after.isString() && Shapes.isText(type)) {
            differences.add(new Difference.TextChanged(place.before(), place.after(), place.label(),
                    words.between(before.stringValue(), after.stringValue())));
        } else {
            differences.add(
                    new Difference.FieldChanged(place.before(), place.after(), place.label(), before, after));
        }
    }

    private void fields(Place place, @Nullable FieldType type, JsonNode before, JsonNode after) {
        for (String name : Shapes.names(type, before, after)) {
            Place field = place.field(name);
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            if (old != null && now != null) {
                value(field, Shapes.field(type, name), old, now);
            } else if (old != null) {
                differences.add(new Difference.FieldRemoved(field.before(), place.after(), field.label(), old));
            } else if (now != null) {
                differences.add(new Difference.FieldSet(place.before(), field.after(), field.label(), now));
            }
        }
    }

    private void items(Place list, @Nullable FieldType type, JsonNode before, JsonNode after) {
        ListMatching matching = new ListMatching(type, before, after);
        for (int i = 0; i < before.size(); i++) {
            if (matching.toAfter(i) < 0) {
                differences.add(new Difference.ItemRemoved(Pointers.child(list.before(), i), list.after(),
                        Labels.item(list.label(), i, type, before.get(i)), i, before.get(i)));
            }
        }
        BitSet staying = matching.staying();
        for (int j = 0; j < after.size(); j++) {
            int i = matching.toBefore(j);
            String pointer = Pointers.child(list.after(), j);
            String label = Labels.item(list.label(), j, type, after.get(j));
            if (i < 0) {
                differences.add(new Difference.ItemAdded(list.before(), pointer, label, j, after.get(j)));
                continue;
            }
            Place item = new Place(Pointers.child(list.before(), i), pointer, label);
            if (!staying.get(i)) {
                differences.add(new Difference.ItemMoved(item.before(), item.after(), label, i, j));
            }
            value(item, type, before.get(i), after.get(j));
        }
    }
}
