package io.guidepost.delivery.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param totalCount how many items the whole list has
 * @param edges those of the page, each with its cursor
 * @param pageInfo where the page is in the list
 */
record Connection(int totalCount, List<Edge> edges, PageInfo pageInfo) {

    /** The items of the page alone. */
    public List<Object> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** An item and where it stands. */
    record Edge(String cursor, Object node) {}

    /** Where a page is in its list. */
    record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
            @Nullable String endCursor) {}
}
