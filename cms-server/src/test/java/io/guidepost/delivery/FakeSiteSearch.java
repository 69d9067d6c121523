package io.guidepost.delivery;

import io.guidepost.search.Facets;
import io.guidepost.search.Facets.Count;
import io.guidepost.search.Facets.MonthsCount;
import io.guidepost.search.Facets.PayCount;
import io.guidepost.search.Highlight;
import io.guidepost.search.Highlight.Part;
import io.guidepost.search.Highlight.Place;
import io.guidepost.search.SearchHit;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import io.guidepost.search.Suggestions.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** A search that finds the same whatever it is asked, page by page; it keeps what it was asked. */
final class FakeSiteSearch implements SiteSearch {

    /** A guide and an FAQ, with all that can be told of them. */
    static final SearchResults SOME = new SearchResults(2,
            List.of(new SearchHit("guide-ai-specialist", "guide-ai-specialist@2",
                    List.of(new Highlight(Place.TITLE, List.of(new Part("AI ", false), new Part("specialist", true))),
                            new Highlight(Place.TEXT,
                                    List.of(new Part("Specialists", true), new Part(" know", false))))),
                    new SearchHit("faq-ai-specialist-need-a-degree", "faq-ai-specialist-need-a-degree@1", List.of())),
            new Facets(List.of(new Count("RoleGuide", 1), new Count("Faq", 1)), List.of(new Count("Python", 1)),
                    List.of(new PayCount("USD", 50_000, 100_000, 1)),
                    List.of(new MonthsCount(7, 12, 1), new MonthsCount(25, null, 0))),
            null, false, false);

    /** The two by their titles. */
    static final Suggestions BOTH = new Suggestions(List.of(new Suggestion("AI specialist", "guide-ai-specialist"),
            new Suggestion("Do I need a degree?", "faq-ai-specialist-need-a-degree")), false);

    private SearchResults all = SOME;
    private Suggestions suggestions = BOTH;
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
