package io.guidepost.delivery;

import io.guidepost.search.Facets;
import io.guidepost.search.SearchHit;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import java.util.ArrayList;
import java.util.List;

/** A search that finds the same whatever it is asked, page by page; it keeps what it was asked. */
final class FakeSiteSearch implements SiteSearch {

    private SearchResults all = new SearchResults(0, List.of(), Facets.NONE, null, false, false);
    private Suggestions suggestions = new Suggestions(List.of(), false);
    private final List<SiteQuery> asked = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();

    /** From now on it finds these: all the hits, of which each question gets its page. */
    void find(SearchResults found) {
        all = found;
        asked.clear();
    }

    /** From now on it suggests these. */
    void suggest(Suggestions found) {
        suggestions = found;
        prefixes.clear();
    }

    /** What has been searched for since it was said what is found. */
    List<SiteQuery> asked() {
        return asked;
    }

    /** The beginnings for which suggestions were asked since it was said what is suggested. */
    List<String> prefixes() {
        return prefixes;
    }

    @Override
    public SearchResults search(SiteQuery query) {
        asked.add(query);
        List<SearchHit> page = all.hits().stream().skip(query.offset()).limit(query.limit()).toList();
        return new SearchResults(all.total(), page, all.facets(), all.didYouMean(), all.cut(), all.degraded());
    }

    @Override
    public Suggestions suggest(String prefix, int limit) {
        prefixes.add(prefix);
        return new Suggestions(suggestions.suggestions().stream().limit(limit).toList(), suggestions.degraded());
    }
}
