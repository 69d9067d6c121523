package io.guidepost.comparison;

import io.guidepost.content.FieldType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What an edit did to a list. Indexes are those of the list before, if nothing else is said. */
final class ListEdit {

    private final @Nullable FieldType type;
    private final JsonNode base;
    private final JsonNode edited;
    private final ListMatching matching;

    /** An edit of a list of the given type. */
    ListEdit(@Nullable FieldType list, JsonNode base, JsonNode edited) {
        this.type = Shapes.item(list);
        this.base = base;
        this.edited = edited;
        this.matching = new ListMatching(type, base, edited);
    }

    /** The list after the edit. */
    JsonNode items() {
        return edited;
    }

    /** Whether each item is where it was, though perhaps changed or replaced by another. */
    boolean inPlace() {
        if (edited.size() != base.size()) {
            return false;
        }
        for (int i = 0; i < base.size(); i++) {
            if (matching.toAfter(i) != i && !replaces(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether, in a list whose items are in place, there is another item where this one was. */
    boolean replaces(int index) {
        return matching.toAfter(index) < 0 && index < edited.size() && matching.toBefore(index) < 0;
    }

    /** Whether, in a list whose items are in place, this one is not as it was. */
    boolean changes(int index) {
        return !base.get(index).equals(edited.get(index));
    }

    /** Whether it is uncertain where the item went, which it is not when it is gone. */
    boolean isDoubtful(int index) {
        return matching.toAfter(index) >= 0 && !matching.certain(index);
    }

    /** Where the item went; -1: it is gone. */
    int place(int index) {
        return matching.toAfter(index);
    }

    /** What became of the item; a missing node if it is gone. */
    JsonNode find(int index) {
        return place(index) < 0 ? MissingNode.getInstance() : edited.get(place(index));
    }

    /** Whether both edits bring in an item that is the same, or called the same, at different places. */
    boolean bringsWhatIsBroughtBy(ListEdit other) {
        Set<Object> brought = brought(other);
        brought.retainAll(other.brought(this));
        return !brought.isEmpty();
    }

    private Set<Object> brought(ListEdit other) {
        Set<Object> brought = new HashSet<>();
        for (int j = 0; j < edited.size(); j++) {
            JsonNode item = edited.get(j);
            if (matching.toBefore(j) < 0 && !(inPlace() && other.inPlace() && item.equals(other.edited.get(j)))) {
                brought.add(Likeness.key(type, item).map(Object.class::cast).orElse(item));
            }
        }
        return brought;
    }
}
