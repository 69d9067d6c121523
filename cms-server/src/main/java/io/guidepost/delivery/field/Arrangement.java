package io.guidepost.delivery.field;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.guidepost.release.LiveDocument;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lists of documents in one order. Those that are asked for again are arranged once, and kept for as long as they are there, within a bound. */
final class Arrangement {

    /** In documents, each of which takes about 150 bytes. */
    private static final int MOST = 200_000;

    private final DocumentOrder order;
    private final LoadingCache<NavigableMap<String, LiveDocument>, NavigableMap<String, LiveDocument>> arranged;

    Arrangement(DocumentOrder order) {
        this.order = order;
        // Weak keys are told apart by identity: no list is looked through to find out whether it is known.
        this.arranged = Caffeine.newBuilder().weakKeys().maximumWeight(MOST)
                .weigher((NavigableMap<String, LiveDocument> list,
                        NavigableMap<String, LiveDocument> known) -> 1 + known
                                .size())
                .build(this::arrange);
    }

    /** Documents by their places in the order. */
    NavigableMap<String, LiveDocument> of(Filter.Matching matching) {
        return matching.isShared() ? arranged.get(matching.bySlug()) : arrange(matching.bySlug());
    }

    private NavigableMap<String, LiveDocument> arrange(NavigableMap<String, LiveDocument> bySlug) {
        NavigableMap<String, LiveDocument> inOrder = new TreeMap<>();
        bySlug.values().forEach(document -> inOrder.put(order.place(document), document));
        return inOrder;
    }
}
