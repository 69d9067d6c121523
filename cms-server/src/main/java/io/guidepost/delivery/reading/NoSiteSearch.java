package io.guidepost.delivery.reading;

import io.guidepost.search.Facets;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import java.util.List;

/** Where nothing is searched. */
final class NoSiteSearch implements SiteSearch {

    @Override
    public SearchResults search(SiteQuery query) {
        return new SearchResults(0, List.of(), Facets.NONE, null, false, true);
    }

    @Override
    public Suggestions suggest(String prefix, int limit) {
        return new Suggestions(List.of(), true);
    }
}
