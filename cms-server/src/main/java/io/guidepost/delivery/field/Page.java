package io.guidepost.delivery.field;

import io.guidepost.delivery.field.Connection.Edge;
import io.guidepost.delivery.field.Connection.PageInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The part of a list that a query asks for.
 *
 * @param cursors of the list
 * @param items those of the page by their places, in order
 * @param totalCount how many the whole list has
 * @param hasNext whether there are items after the page
 * @param hasPrevious whether there are items before it
 */
record Page<T>(Cursors cursors, Map<String, T> items, int totalCount, boolean hasNext, boolean hasPrevious) {

    private static final int LARGEST = 100;

    /**
     * The page that the arguments {@code first} and {@code after} ask for.
     *
     * @param all the whole list, by places
     * @throws io.guidepost.delivery.edition.RefusedQueryException if they ask for too much, or are not of the list
     */
    static <T> Page<T> of(Cursors cursors, NavigableMap<String, T> all, Map<String, Object> arguments) {
        int first = Arguments.first(arguments, LARGEST);
        Object after = arguments.get("after");
        String last = after == null ? null : cursors.place(after.toString());
        Map<String, T> items = new LinkedHashMap<>();
        boolean more = false;
        for (Map.Entry<String, T> item : (last == null ? all : all.tailMap(last, false)).entrySet()) {
            if (items.size() == first) {
                more = true;
                break;
            }
            items.put(item.getKey(), item.getValue());
        }
        return new Page<>(cursors, items, all.size(), more, last != null && all.floorKey(last) != null);
    }

    /**
     * The page as it is delivered.
     *
     * @param nodes one for each item, in the same order
     */
    Connection of(List<?> nodes) {
        List<Edge> edges = new ArrayList<>(nodes.size());
        List<String> places = List.copyOf(items.keySet());
        for (int i = 0; i < nodes.size(); i++) {
            edges.add(new Edge(cursors.of(places.get(i)), nodes.get(i)));
        }
        return new Connection(totalCount, edges, new PageInfo(hasNext, hasPrevious,
                edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
