package io.guidepost.delivery.field;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.guidepost.release.LiveDocument;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lists of documents in one order. Those of a site are arranged once, and kept for as long as the site is, within a bound. */
final class Arrangement {

    /** In documents, each of which takes about 150 bytes. */
    private static final int MOST = 200_000;

    private final LoadingCache<NavigableMap<String, LiveDocument>, NavigableMap<String, LiveDocument>> arranged;

    Arrangement(DocumentOrder order) {
        // Weak keys are told apart by identity: no list is looked through to find out whether it is known.
        this.arranged = Caffeine.newBuilder().weakKeys().maximumWeight(MOST)
                .weigher((NavigableMap<String, LiveDocument> list,
                        NavigableMap<String, LiveDocument> known) -> 1 + known
                                .size())
                .build(list -> arrange(list, order));
    }

    /**
     * Documents by their places in the order.
     *
     * @param bySlug the documents by slug, not to be changed any more
     */
    NavigableMap<String, LiveDocument> of(NavigableMap<String, LiveDocument> bySlug) {
        return arranged.get(bySlug);
    }

    private static NavigableMap<String, LiveDocument> arrange(NavigableMap<String, LiveDocument> bySlug,
            DocumentOrder order) {
        NavigableMap<String, LiveDocument> arranged = new TreeMap<>();
        bySlug.values().forEach(document -> arranged.put(order.place(document), document));
        return arranged;
    }
}
