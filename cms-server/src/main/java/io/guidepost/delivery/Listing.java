package io.guidepost.delivery;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.guidepost.delivery.Connection.Edge;
import io.guidepost.delivery.Connection.PageInfo;
import io.guidepost.delivery.Content.Published;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Fetches a page of the live documents of one type, in the order of their slugs. */
final class Listing implements DataFetcher<CompletableFuture<Connection>> {

    private static final int LARGEST_PAGE = 100;

    private final String type;
    private final PublishedContent documents;

    Listing(String type, PublishedContent documents) {
        this.type = type;
        this.documents = documents;
    }

    @Override
    public CompletableFuture<Connection> get(DataFetchingEnvironment environment) {
        int first = Arguments.first(environment, LARGEST_PAGE);
        String after = environment.getArgument("after");
        String lastSeen = after == null ? null : Cursor.slug(type, after);
        return matching(environment).thenCompose(all -> page(all, lastSeen, first, environment));
    }

    private CompletableFuture<List<LiveDocument>> matching(DataFetchingEnvironment environment) {
        Filter filter = Filter.of(environment.getArgument("filter"));
        List<LiveDocument> candidates = View.of(environment.getGraphQlContext()).site().ofType(type).values().stream()
                .filter(filter::admits)
                .toList();
        if (!filter.readsContent()) {
            return CompletableFuture.completedFuture(candidates);
        }
        return documents.load(candidates, environment)
                .thenApply(all -> all.stream().filter(filter::admits).map(Published::document).toList());
    }

    private CompletableFuture<Connection> page(List<LiveDocument> all, @Nullable String lastSeen, int first,
            DataFetchingEnvironment environment) {
        int from = lastSeen == null
                ? 0
                : (int) all.stream().takeWhile(document -> document.slug().compareTo(lastSeen) <= 0).count();
        int to = Math.min(all.size(), from + first);
        return documents.load(all.subList(from, to), environment).thenApply(nodes -> {
            List<Edge> edges = new ArrayList<>();
            nodes.forEach(node -> edges.add(new Edge(Cursor.of(type, node.document().slug()), node)));
            PageInfo pageInfo = new PageInfo(to < all.size(), from > 0,
                    edges.isEmpty() ? null : edges.getFirst().cursor(),
                    edges.isEmpty() ? null : edges.getLast().cursor());
            return new Connection(all.size(), edges, pageInfo);
        });
    }
}
