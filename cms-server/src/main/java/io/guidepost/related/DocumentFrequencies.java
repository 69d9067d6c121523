package io.guidepost.related;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In how many of the indexed guides each stem stands, as far as is known. For any thread. */
final class DocumentFrequencies {

    private final Map<String, Integer> counts;
    private final int guides;

    /**
     * What is known.
     *
     * @param guides how many guides there are
     * @param counts how many of them have each stem
     */
    DocumentFrequencies(int guides, Map<String, Integer> counts) {
        this.guides = guides;
        this.counts = new ConcurrentHashMap<>(counts);
    }

    /** Counts in a guide that has come since. */
    void add(Collection<String> stems) {
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }

    /** Whether more than one guide has a stem. */
    boolean isShared(String stem) {
        return counts.getOrDefault(stem, 0) > 1;
    }

    /** How rare a stem is: the inverse document frequency of BM25. */
    double rarity(String stem) {
        int count = counts.getOrDefault(stem, 1);
        return Math.log(1 + (Math.max(guides, count) - count + 0.5) / (count + 0.5));
    }
}
