package io.guidepost.search;

import io.guidepost.index.IndexFollower;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the index of what is searched equal to the live site. */
@Component
class SearchFollower extends IndexFollower {

    private static final int REHEARSALS = 3;
    private static final int HITS = 10;

    private final LiveSites sites;
    private final SearchIndex index;
    private boolean rehearsed;

    SearchFollower(LiveSites sites, SearchIndex index, SearchedSite content, Clock clock) {
        super(sites, index, content, clock);
        this.sites = sites;
        this.index = index;
    }

    @Override
    protected void opened() {
        rehearsed = false;
        rehearse();
    }

    @Override
    protected void brought(int changed, int held) {
        rehearse();
    }

    /** Searches for some titles as soon as there are any: the first searches take an engine several times as long as those after them. */
    private void rehearse() {
        if (!rehearsed) {
            List<String> titles = sites.latest().ofType(SearchedSite.GUIDE).values().stream().limit(REHEARSALS)
                    .map(LiveDocument::title).toList();
            rehearsed = !titles.isEmpty();
            titles.forEach(title -> index.search(TypedText.of(title, SynonymGroups.NONE), SearchFilter.NONE, Set.of(),
                    0, HITS));
        }
    }
}
