package io.guidepost.delivery;

import io.guidepost.related.RelatedCareers;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.List;

/** Related careers without a search engine: to every guide the same one; of one guide it fails. */
final class FakeRelatedCareers implements RelatedCareers {

    private String found = "guide-data-analyst";
    private boolean degraded = true;
    private int generation;

    /** From now on it finds another. */
    void find(String guide, boolean isDegraded) {
        found = guide;
        degraded = isDegraded;
        generation++;
    }

    @Override
    public Related related(LiveSite site, LiveDocument guide, List<String> pins, List<String> exclusions, int first) {
        if (guide.slug().equals("researcher")) {
            throw new IllegalStateException("the secret password of the search engine is wrong");
        }
        return new Related(degraded,
                site.byId(found).map(live -> new Career(live.id(), Reason.PINNED)).stream().toList());
    }

    @Override
    public int generation() {
        return generation;
    }
}
