package io.guidepost.delivery.reading;

import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What one request searches for: each question is put once, however often it is asked, and none any more after those before it have taken the
 * reader's patience. For one thread.
 */
final class Searches {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SiteSearch search;
    private final LongSupplier nanos;
    private final Map<SiteQuery, SearchResults> results = new HashMap<>();
    private final Map<Beginning, Suggestions> suggestions = new HashMap<>();
    private long taken;

    Searches(SiteSearch search, LongSupplier nanos) {
        this.search = search;
        this.nanos = nanos;
    }

    /** What was typed so far, and how many suggestions are wanted. */
    private record Beginning(String prefix, int limit) {}

    SearchResults search(SiteQuery query) {
        return results.computeIfAbsent(query,
                unknown -> patiently(() -> search.search(unknown), SearchResults.UNASKED));
    }

    Suggestions suggest(String prefix, int limit) {
        return suggestions.computeIfAbsent(new Beginning(prefix, limit),
                unknown -> patiently(() -> search.suggest(unknown.prefix(), unknown.limit()), Suggestions.UNASKED));
    }

    private <T> T patiently(Supplier<T> question, T without) {
        if (taken > PATIENCE.toNanos()) {
            return without;
        }
        long start = nanos.getAsLong();
        T answer = question.get();
        taken += nanos.getAsLong() - start;
        return answer;
    }

    /** Whether anything was searched for. */
    boolean any() {
        return !results.isEmpty() || !suggestions.isEmpty();
    }

    /** Whether the search engine was away, or not asked for all. */
    boolean isDegraded() {
        return results.values().stream().anyMatch(SearchResults::degraded)
                || suggestions.values().stream().anyMatch(Suggestions::degraded);
    }
}
