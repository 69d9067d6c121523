package io.guidepost.delivery.field;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists of documents in one order. Those that are asked for again are arranged once, and kept for as long as they are there, within a bound. */
final class Arrangement {

    /** In documents, each of which takes about 150 bytes. */
    private static final int MOST = 200_000;
    /** A list in which no more than one of so many documents has changed is not arranged anew. */
    private static final int FEW = 20;

    private final DocumentOrder order;
    private final LoadingCache<NavigableMap<String, LiveDocument>, NavigableMap<String, LiveDocument>> arranged;
    private volatile Arranged last = new Arranged(new TreeMap<>(), new TreeMap<>());

    Arrangement(DocumentOrder order) {
        this.order = order;
        // Weak keys are told apart by identity: no list is looked through to find out whether it is known.
        this.arranged = Caffeine.newBuilder().weakKeys().maximumWeight(MOST)
                .weigher((NavigableMap<String, LiveDocument> list,
                        NavigableMap<String, LiveDocument> known) -> 1 + known
                                .size())
                .build(this::arrangeShared);
    }

    /**
     * The same documents twice.
     *
     * @param bySlug by their slugs
     * @param inOrder by their places in the order
     */
    private record Arranged(NavigableMap<String, LiveDocument> bySlug, NavigableMap<String, LiveDocument> inOrder) {}

    /** Documents by their places in the order. */
    NavigableMap<String, LiveDocument> of(Filter.Matching matching) {
        return matching.isShared() ? arranged.get(matching.bySlug()) : arrange(matching.bySlug());
    }

    private NavigableMap<String, LiveDocument> arrange(NavigableMap<String, LiveDocument> bySlug) {
        NavigableMap<String, LiveDocument> inOrder = new TreeMap<>();
        bySlug.values().forEach(document -> inOrder.put(order.place(document), document));
        return inOrder;
    }

    /** The longest lists are those of all documents, of which each release changes a few. */
    private NavigableMap<String, LiveDocument> arrangeShared(NavigableMap<String, LiveDocument> bySlug) {
        Arranged before = last;
        NavigableMap<String, LiveDocument> inOrder = changed(before, bySlug).orElseGet(() -> arrange(bySlug));
        if (bySlug.size() >= before.bySlug().size() / 2) {
            last = new Arranged(bySlug, inOrder);
        }
        return inOrder;
    }

    /** A list from another that has nearly the same documents; nothing: it has not. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<NavigableMap<String, LiveDocument>> changed(Arranged before,
            NavigableMap<String, LiveDocument> bySlug) {
        List<LiveDocument> gone = new ArrayList<>();
        List<LiveDocument> come = new ArrayList<>();
        Iterator<LiveDocument> olds = before.bySlug().values().iterator();
        Iterator<LiveDocument> news = bySlug.values().iterator();
        LiveDocument old = next(olds);
        LiveDocument now = next(news);
        while (old != null || now != null) {
            int which = old == null ? 1 : now == null ? -1 : old.slug().compareTo(now.slug());
            boolean isKept = old == now;
            if (which <= 0) {
                if (!isKept) {
                    gone.add(Objects.requireNonNull(old));
                }
                old = next(olds);
            }
            if (which >= 0) {
                if (!isKept) {
                    come.add(Objects.requireNonNull(now));
                }
                now = next(news);
            }
            if ((gone.size() + come.size()) * FEW > bySlug.size()) {
                return Optional.empty();
            }
        }
        NavigableMap<String, LiveDocument> inOrder = new TreeMap<>(before.inOrder());
        gone.forEach(document -> inOrder.remove(order.place(document)));
        come.forEach(document -> inOrder.put(order.place(document), document));
        return Optional.of(inOrder);
    }

    private static @Nullable LiveDocument next(Iterator<LiveDocument> documents) {
        return documents.hasNext() ? documents.next() : null;
    }
}
