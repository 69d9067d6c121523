package io.guidepost.search;

import io.guidepost.index.SearchUnavailableException;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.search.Suggestions.Suggestion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Searches the index, and lets nothing out of it that is not live any more. */
@Component
class IndexedSiteSearch implements SiteSearch {

    private final SearchIndex index;
    private final SearchFollower follower;
    private final Synonyms synonyms;
    private final LiveSites sites;
    private volatile Prepared prepared = new Prepared(List.of(), SynonymGroups.NONE);

    IndexedSiteSearch(SearchIndex index, SearchFollower follower, Synonyms synonyms, LiveSites sites) {
        this.index = index;
        this.follower = follower;
        this.synonyms = synonyms;
        this.sites = sites;
    }

    /** Synonyms as they were given, and made ready. */
    private record Prepared(List<List<String>> given, SynonymGroups groups) {}

    @Override
    public SearchResults search(SiteQuery query) {
        TypedText typed = TypedText.of(query.text(), groups());
        if (follower.isSearchable()) {
            try {
                return live(index.search(typed, query.filter(), query.offset(), query.limit()));
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

    /** The results without what was taken off the site since it was indexed, and without words that the site no longer has. */
    private SearchResults live(SearchResults found) {
        LiveSite site = sites.latest();
        List<SearchHit> hits = found.hits().stream().flatMap(hit -> site.byId(hit.id()).stream()
                .map(document -> document.publication().equals(hit.publication())
                        ? hit
                        : new SearchHit(hit.id(), document.publication(), List.of())))
                .toList();
        return new SearchResults(found.total() - found.hits().size() + hits.size(), hits, found.facets(),
                found.didYouMean(), found.cut(), follower.isDegraded());
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
                return new Suggestions(index.suggest(typed, limit).stream().map(site::byId).flatMap(Optional::stream)
                        .map(IndexedSiteSearch::suggestion).toList(), follower.isDegraded());
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
