package io.guidepost.editorial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where two contents differ. */
public final class ContentDifference {

    private ContentDifference() {}

    /** The JSON pointers of the values that differ; a list whose length differs counts as one value. */
    public static List<String> between(JsonNode one, JsonNode other) {
        List<String> pointers = new ArrayList<>();
        compare(one, other, "", pointers);
        return pointers;
    }

    /** Those that lie in, at or above one of the others. */
    static List<String> overlap(List<String> pointers, List<String> others) {
        return pointers.stream().filter(pointer -> others.stream().anyMatch(
                other -> (pointer + "/").startsWith(other + "/") || (other + "/").startsWith(pointer + "/")))
                .toList();
    }

    private static void compare(JsonNode one, JsonNode other, String pointer, List<String> pointers) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new LinkedHashSet<>(one.propertyNames());
            names.addAll(other.propertyNames());
            names.forEach(name -> compare(one.path(name), other.path(name), pointer + "/" + name, pointers));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                compare(one.get(index), other.get(index), pointer + "/" + index, pointers);
            }
        } else if (!one.equals(other)) {
            pointers.add(pointer);
        }
    }
}
