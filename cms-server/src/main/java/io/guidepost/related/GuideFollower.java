package io.guidepost.related;

import io.guidepost.related.GuideIndex.Guide;
import io.guidepost.index.Entry;
import io.guidepost.index.IndexFollower;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the index of guides equal to the live site, and knows what it takes to ask it. */
@Component
class GuideFollower extends IndexFollower {

    /** The share of the guides that must have changed for the frequencies of stems to be asked for again. */
    private static final double DRIFT = 0.05;

    private final GuideIndex index;
    private final CoInterests coInterests;
    private int changedSinceCount;
    private volatile DocumentFrequencies frequencies = new DocumentFrequencies(0, Map.of());

    GuideFollower(LiveSites sites, GuideIndex index, IndexedGuides guides, CoInterests coInterests, Clock clock) {
        super(sites, index, guides, clock);
        this.index = index;
        this.coInterests = coInterests;
    }

    /** In how many guides each stem stands. */
    DocumentFrequencies frequencies() {
        return frequencies;
    }

    @Override
    protected boolean refresh() {
        return coInterests.refresh();
    }

    @Override
    protected void written(Collection<Entry> entries) {
        entries.forEach(entry -> frequencies.add(((Guide) entry.document()).stems()));
    }

    @Override
    protected void opened() {
        frequencies = index.frequencies();
        changedSinceCount = 0;
    }

    @Override
    protected void brought(int changed, int held) {
        changedSinceCount += changed;
        if (changedSinceCount > DRIFT * held) {
            opened();
        }
    }
}
