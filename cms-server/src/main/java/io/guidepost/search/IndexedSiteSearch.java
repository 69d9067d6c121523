package io.guidepost.search;

import io.guidepost.index.SearchUnavailableException;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.search.Suggestions.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Searches the index, and lets nothing out of it that is not live any more. */
@Component
class IndexedSiteSearch implements SiteSearch {

    private final SearchIndex index;
    private final SearchFollower follower;
    private final Synonyms synonyms;
    private final LiveSites sites;
    private volatile Prepared prepared = new Prepared(List.of(), SynonymGroups.NONE);
    private volatile Gone gone = new Gone(0, 0, Set.of());

    IndexedSiteSearch(SearchIndex index, SearchFollower follower, Synonyms synonyms, LiveSites sites) {
        this.index = index;
        this.follower = follower;
        this.synonyms = synonyms;
        this.sites = sites;
    }

    /** Synonyms as they were given, and made ready. */
    private record Prepared(List<List<String>> given, SynonymGroups groups) {}

    /**
     * What was taken off the site.
     *
     * @param indexed the release that the index is at
     * @param live a later release
     * @param ids of documents that were live at the one and are not at the other
     */
    private record Gone(int indexed, int live, Set<String> ids) {}

    @Override
    public SearchResults search(SiteQuery query) {
        TypedText typed = TypedText.of(query.text(), groups());
        if (follower.isSearchable()) {
            try {
                LiveSite site = sites.latest();
                return live(index.search(typed, query.filter(), gone(site), query.offset(), query.limit()));
            } catch (SearchUnavailableException away) {
                follower.look();
            }
        }
        return new SearchResults(0, List.of(), Facets.NONE, null, typed.cut(), true);
    }

    private SynonymGroups groups() {
        List<List<String>> given = synonyms.groups();
        Prepared known = prepared;
        if (!known.given().equals(given)) {
            known = new Prepared(given, new SynonymGroups(given));
            prepared = known;
        }
        return known.groups();
    }

    /** The ids of documents that are not live any more, which the index does not know yet. */
    private Set<String> gone(LiveSite site) {
        int indexed = follower.release();
        if (indexed < 0 || indexed >= site.release()) {
            return Set.of();
        }
        Gone known = gone;
        if (known.indexed() != indexed || known.live() != site.release()) {
            Set<String> ids = sites.at(indexed).documents().stream().map(LiveDocument::id)
                    .filter(id -> site.byId(id).isEmpty()).collect(Collectors.toSet());
            known = new Gone(indexed, site.release(), ids);
            gone = known;
        }
        return known.ids();
    }

    /** The results without words that the site no longer has. */
    private SearchResults live(SearchResults found) {
        LiveSite site = sites.latest();
        List<SearchHit> hits = found.hits().stream().map(hit -> site.byId(hit.id()).map(LiveDocument::publication)
                .filter(hit.publication()::equals).isPresent()
                        ? hit
                        : new SearchHit(hit.id(), hit.publication(), List.of()))
                .toList();
        return new SearchResults(found.total(), hits, found.facets(), found.didYouMean(), found.cut(), follower
                .isDegraded());
    }

    @Override
    public Suggestions suggest(String prefix, int limit) {
        String typed = TypedText.of(prefix, SynonymGroups.NONE).text();
        if (Words.of(typed).isEmpty()) {
            return new Suggestions(List.of(), false);
        }
        if (follower.isSearchable()) {
            try {
                LiveSite site = sites.latest();
                return new Suggestions(
                        index.suggest(typed, gone(site), limit).stream().map(site::byId).flatMap(Optional::stream)
                                .map(IndexedSiteSearch::suggestion).toList(),
                        follower.isDegraded());
            } catch (SearchUnavailableException away) {
                follower.look();
            }
        }
        return new Suggestions(List.of(), true);
    }

    private static Suggestion suggestion(LiveDocument document) {
        return new Suggestion(document.title(), document.id());
    }
}
