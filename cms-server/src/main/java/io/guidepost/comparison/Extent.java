package io.guidepost.comparison;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How large a value is.
 *
 * @param length about the characters of its JSON form
 * @param depth how many objects and lists lie in each other
 */
record Extent(long length, int depth) {

    /** About a megabyte, in characters. */
    static final int LONGEST = 1_000_000;
    /** As deep as the JSON reader goes. */
    static final int DEEPEST = 500;

    static Extent of(JsonNode value) {
        if (value.isString()) {
            return new Extent(value.stringValue().length() + 3L, 0);
        }
        if (!value.isContainer()) {
            return new Extent(value.toString().length() + 1L, 0);
        }
        long length = 3;
        int depth = 0;
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Extent child = of(field.getValue());
            length += field.getKey().length() + 3L + child.length();
            depth = Math.max(depth, child.depth());
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                Extent child = of(item);
                length += child.length();
                depth = Math.max(depth, child.depth());
            }
        }
        return new Extent(length, depth + 1);
    }

    /** Watches a content as values are added to it; it is measured as a whole only when the sum of them could be too much. */
    static final class Budget {

        private long atMost;

        Budget(JsonNode content) {
            this.atMost = of(content).length();
        }

        /** Whether the content, which now holds a value at a place, is not too large. */
        boolean admits(JsonNode value, List<String> place, JsonNode content) {
            Extent extent = of(value);
            atMost += extent.length() + (place.isEmpty() ? 0 : place.getLast().length() + 3);
            if (atMost > LONGEST) {
                atMost = of(content).length();
            }
            return place.size() + extent.depth() <= DEEPEST && atMost <= LONGEST;
        }
    }
}
