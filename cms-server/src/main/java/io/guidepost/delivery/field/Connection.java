package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param totalCount how many documents the whole list has
 * @param edges those of the page, each with its cursor
 * @param pageInfo where the page is in the list
 */
record Connection(int totalCount, List<Edge> edges, PageInfo pageInfo) {

    /** The documents of the page alone. */
    public List<Published> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** A document and where it stands. */
    record Edge(String cursor, Published node) {}

    /** Where a page is in its list. */
    record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
            @Nullable String endCursor) {}
}
