package io.guidepost.search;

import io.guidepost.index.IndexFollower;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps the index of what is searched equal to the live site. */
@Component
class SearchFollower extends IndexFollower {

    SearchFollower(LiveSites sites, SearchIndex index, SearchedSite content, Clock clock) {
        super(sites, index, content, clock);
    }
}
