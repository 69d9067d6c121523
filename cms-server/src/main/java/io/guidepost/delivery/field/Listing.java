package io.guidepost.delivery.field;

import io.guidepost.delivery.field.Connection.Edge;
import io.guidepost.delivery.field.Connection.PageInfo;
import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A page of the live documents of one type, in the order of their slugs. */
record Listing(String type) implements FieldValue {

    private static final int LARGEST_PAGE = 100;

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        int first = Arguments.first(arguments, LARGEST_PAGE);
        Object after = arguments.get("after");
        String lastSeen = after == null ? null : Cursor.slug(type, after.toString());
        SortedMap<String, LiveDocument> matching = matching(Filter.of(arguments.get("filter")), reading);
        return matching == null ? FieldValue.pending() : page(matching, lastSeen, first, reading);
    }

    /** Null: content that it goes by is wanted. */
    private @Nullable SortedMap<String, LiveDocument> matching(Filter filter, Reading reading) {
        SortedMap<String, LiveDocument> all = reading.ofType(type);
        if (filter.isEmpty()) {
            return all;
        }
        SortedMap<String, LiveDocument> candidates = new TreeMap<>();
        filter.candidates(all).filter(filter::admits).forEach(each -> candidates.put(each.slug(), each));
        if (!filter.readsContent()) {
            return candidates;
        }
        List<Published> published = Documents.all(candidates.values(), reading);
        if (published == null) {
            return null;
        }
        published.stream().filter(each -> !filter.admits(each))
                .forEach(each -> candidates.remove(each.document().slug()));
        return candidates;
    }

    private Object page(SortedMap<String, LiveDocument> all, @Nullable String lastSeen, int first, Reading reading) {
        SortedMap<String, LiveDocument> rest = lastSeen == null ? all : all.tailMap(lastSeen + '\0');
        List<LiveDocument> page = new ArrayList<>();
        boolean more = false;
        for (LiveDocument document : rest.values()) {
            if (page.size() == first) {
                more = true;
                break;
            }
            page.add(document);
        }
        List<Published> nodes = Documents.all(page, reading);
        if (nodes == null) {
            return FieldValue.pending();
        }
        List<Edge> edges = nodes.stream().map(node -> new Edge(Cursor.of(type, node.document().slug()), node))
                .toList();
        boolean before = lastSeen != null && !all.headMap(lastSeen + '\0').isEmpty();
        return new Connection(all.size(), edges, new PageInfo(more, before,
                edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
