package io.guidepost.index;

import io.guidepost.release.LiveSites;
import java.time.Clock;

/** A follower of nothing but the site. */
final class PageFollower extends IndexFollower {

    PageFollower(LiveSites sites, SiteIndex index, IndexedSite content, Clock clock) {
        super(sites, index, content, clock);
    }
}
