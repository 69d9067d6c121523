package io.guidepost.search;

import io.guidepost.index.IndexFollower;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of what is searched equal to the live site. Before readers search it for the first time, it has been searched a few times: the
 * first searches take an engine several times as long as those after them.
 */
@Component
class SearchFollower extends IndexFollower {

    private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);
    private static final int REHEARSALS = 3;

    private final LiveSites sites;
    private final SearchIndex index;
    /** Touched by the work's one thread alone. */
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

    /** Searches for some titles, once there are any. The index is as it is whatever becomes of that. */
    private void rehearse() {
        if (rehearsed) {
            return;
        }
        List<String> titles = sites.latest().ofType(SearchedSite.GUIDE).values().stream().limit(REHEARSALS)
                .map(LiveDocument::title).toList();
        rehearsed = !titles.isEmpty();
        try {
            titles.forEach(index::rehearse);
        } catch (RuntimeException failure) {
            LOG.info("The first searches may take longer, as none could be made before them: {}", String.valueOf(failure
                    .getCause()));
        }
    }
}
