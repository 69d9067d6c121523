package io.guidepost.related;

import io.guidepost.related.GuideIndex.Guide;
import io.guidepost.index.Entry;
import io.guidepost.index.IndexFollower;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the index of guides equal to the live site, and knows what it takes to ask it. */
@Component
class GuideFollower extends IndexFollower {

    /** The share of the guides that must have changed for the frequencies of stems to be asked for again. */
    private static final double DRIFT = 0.05;

    private final GuideIndex index;
    private final CoInterests coInterests;
    /** The roles of the quiz that guides are about, or were. */
    private final Set<String> roles = new HashSet<>();
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
        return coInterests.refresh(roles);
    }

    @Override
    protected void written(Collection<Entry> entries) {
        for (Entry entry : entries) {
            Guide guide = (Guide) entry.document();
            frequencies.add(guide.stems());
            if (guide.quizRole() != null) {
                roles.add(guide.quizRole());
            }
        }
    }

    @Override
    protected void opened() {
        frequencies = index.frequencies();
        roles.addAll(index.quizRoles());
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
