package io.guidepost.comparison;

import io.guidepost.content.DocumentType;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is different in two contents of a type. */
public final class Comparison {

    private Comparison() {}

    /**
     * Every difference, in the order of the schema's fields; none if and only if the contents are equal, the order of their fields aside. The
     * work is bounded: where texts or lists are large and too far apart, the differences are coarser.
     */
    public static List<Difference> between(DocumentType type, ObjectNode before, ObjectNode after) {
        return new Comparing().between(Shapes.of(type), before, after);
    }

    /**
     * The content after, made of the content before and every difference to it.
     *
     * @throws IllegalArgumentException if the differences are not those of the content before to another
     */
    public static ObjectNode apply(ObjectNode before, List<Difference> differences) {
        return new Applying(differences).to(before);
    }

    /**
     * The differences as text, each from a new line: {@code Skills › 3 “Prompt design” › Description: … [-old words-] {+new words+} …}. Long stretches
     * that are the same are left out. Empty if there are no differences.
     */
    public static String asText(List<Difference> differences) {
        return Reading.of(differences);
    }

    /**
     * Where a content was changed, each place once: JSON pointers into the content after, and for a field that is gone, where it would be. A
     * list that has gained, lost or moved items is one place.
     */
    public static List<String> changed(DocumentType type, ObjectNode before, ObjectNode after) {
        return between(type, before, after).stream().map(Comparison::place).distinct().toList();
    }

    private static String place(Difference difference) {
        return switch (difference) {
            case Difference.FieldSet set -> set.after();
            case Difference.FieldRemoved removed -> removed.after()
                    + removed.before().substring(removed.before().lastIndexOf('/'));
            case Difference.FieldChanged changed -> changed.after();
            case Difference.TextChanged changed -> changed.after();
            case Difference.ItemAdded added -> parent(added.after());
            case Difference.ItemRemoved removed -> removed.after();
            case Difference.ItemMoved moved -> parent(moved.after());
        };
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
