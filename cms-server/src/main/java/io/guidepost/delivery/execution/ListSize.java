package io.guidepost.delivery.execution;

import java.util.Map;

/**
 * How often what is below a field stands in the answer.
 *
 * @param bySize whether that is what the argument {@code first} says
 * @param size how often otherwise
 */
record ListSize(boolean bySize, int size) {

    static final ListSize ONE = new ListSize(false, 1);
    private static final int LARGEST_PAGE = 100;

    int of(Map<String, Object> arguments) {
        return bySize && arguments.get("first") instanceof Integer first ? Math.clamp(first, 1, LARGEST_PAGE) : size;
    }
}
