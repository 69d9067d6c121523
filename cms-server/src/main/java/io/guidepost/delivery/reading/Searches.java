package io.guidepost.delivery.reading;

import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import java.util.HashMap;
import java.util.Map;

/** What one request searches for: each question is put once, however often it is asked. For one thread. */
final class Searches {

    private final SiteSearch search;
    private final Map<SiteQuery, SearchResults> results = new HashMap<>();
    private final Map<Beginning, Suggestions> suggestions = new HashMap<>();

    Searches(SiteSearch search) {
        this.search = search;
    }

    /** What was typed so far, and how many suggestions are wanted. */
    private record Beginning(String prefix, int limit) {}

    SearchResults search(SiteQuery query) {
        return results.computeIfAbsent(query, search::search);
    }

    Suggestions suggest(String prefix, int limit) {
        return suggestions.computeIfAbsent(new Beginning(prefix, limit),
                unknown -> search.suggest(unknown.prefix(), unknown.limit()));
    }

    /** Whether anything was searched for. */
    boolean any() {
        return !results.isEmpty() || !suggestions.isEmpty();
    }

    /** Whether the search engine was away. */
    boolean isDegraded() {
        return results.values().stream().anyMatch(SearchResults::degraded)
                || suggestions.values().stream().anyMatch(Suggestions::degraded);
    }
}
