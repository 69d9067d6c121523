package io.guidepost.comparison;

import io.guidepost.content.FieldType;
import io.guidepost.content.Pointers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges values and collects the conflicts. A value that is not there is a missing node. */
final class Merging {

    private final List<Conflict> conflicts = new ArrayList<>();

    Merge merge(FieldType type, ObjectNode base, ObjectNode theirs, ObjectNode ours) {
        JsonNode merged = value(new Sides("", type, base, theirs, ours));
        return conflicts.isEmpty() && merged instanceof ObjectNode content
                ? new Merge.Merged(content)
                : new Merge.Conflicting(conflicts);
    }

    /** A value in all three contents; its pointer leads into the base. */
    record Sides(String pointer, @Nullable FieldType type, JsonNode base, JsonNode theirs, JsonNode ours) {

        Sides field(String name) {
            return new Sides(Pointers.child(pointer, name), Shapes.field(type, name), base.path(name),
                    theirs.path(name), ours.path(name));
        }

        Sides item(int index, JsonNode itsTheirs, JsonNode itsOurs) {
            return new Sides(Pointers.child(pointer, index), Shapes.item(type), base.get(index), itsTheirs, itsOurs);
        }

        /** Whether at most one edit changed it, or both made the same of it. */
        boolean agree() {
            return theirs.equals(ours) || theirs.equals(base) || ours.equals(base);
        }

        JsonNode agreed() {
            return theirs.equals(base) ? ours : theirs;
        }
    }

    private JsonNode value(Sides sides) {
        if (sides.agree()) {
            return sides.agreed();
        }
        if (sides.base().isObject() && sides.theirs().isObject() && sides.ours().isObject()) {
            return fields(sides);
        }
        return sides.base().isArray() && sides.theirs().isArray() && sides.ours().isArray()
                ? items(sides)
                : conflict(sides);
    }

    private JsonNode fields(Sides sides) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String name : Shapes.names(sides.type(), sides.base(), sides.theirs(), sides.ours())) {
            JsonNode value = value(sides.field(name));
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private JsonNode items(Sides list) {
        ListEdit theirs = new ListEdit(list.type(), list.base(), list.theirs());
        ListEdit ours = new ListEdit(list.type(), list.base(), list.ours());
        if (theirs.bringsWhatIsBroughtBy(ours)) {
            return conflict(list);
        }
        if (theirs.inPlace() && ours.inPlace()) {
            return itemsInPlace(list, theirs, ours);
        }
        if (theirs.inPlace()) {
            return itemsThatFollow(list, ours, theirs, false);
        }
        return ours.inPlace() ? itemsThatFollow(list, theirs, ours, true) : conflict(list);
    }

    private JsonNode itemsInPlace(Sides list, ListEdit theirs, ListEdit ours) {
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.base().size(); i++) {
            Sides item = list.item(i, list.theirs().get(i), list.ours().get(i));
            merged.add(theirs.replaces(i) || ours.replaces(i) ? whole(item) : value(item));
        }
        return merged;
    }

    /**
     * The list of one edit, with the other's changes of its items.
     *
     * @param arranged the edit that added, removed or moved items
     * @param inPlace the edit that did not
     * @param arrangedIsTheirs which of them is theirs
     */
    private JsonNode itemsThatFollow(Sides list, ListEdit arranged, ListEdit inPlace, boolean arrangedIsTheirs) {
        for (int i = 0; i < list.base().size(); i++) {
            if (inPlace.changes(i) && arranged.isDoubtful(i)) {
                return conflict(list);
            }
        }
        List<JsonNode> items = new ArrayList<>(arranged.items().values());
        for (int i = 0; i < list.base().size(); i++) {
            if (!inPlace.changes(i)) {
                continue;
            }
            JsonNode kept = arranged.find(i);
            JsonNode edited = inPlace.items().get(i);
            Sides item = arrangedIsTheirs ? list.item(i, kept, edited) : list.item(i, edited, kept);
            JsonNode merged = inPlace.replaces(i) || inPlace.isDoubtful(i) ? whole(item) : value(item);
            if (!kept.isMissingNode()) {
                items.set(arranged.place(i), merged);
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private JsonNode whole(Sides sides) {
        return sides.agree() ? sides.agreed() : conflict(sides);
    }

    private JsonNode conflict(Sides sides) {
        conflicts.add(new Conflict(sides.pointer(), present(sides.base()), present(sides.theirs()),
                present(sides.ours())));
        return MissingNode.getInstance();
    }

    private static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() ? null : value;
    }
}
