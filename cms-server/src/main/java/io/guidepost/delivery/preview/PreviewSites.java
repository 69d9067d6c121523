package io.guidepost.delivery.preview;

import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.Head;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sites that previews are of. That of all working copies stays in memory until something changes. */
@Component
class PreviewSites {

    private final LiveSites sites;
    private final Documents documents;
    private final WorkingHeads heads;
    private final PlanPreviews plans;
    private final Clock clock;
    private volatile Folded folded = new Folded(LiveSite.EMPTY, Map.of(), LiveSite.EMPTY);

    PreviewSites(LiveSites sites, Documents documents, WorkingHeads heads, PlanPreviews plans, Clock clock) {
        this.sites = sites;
        this.documents = documents;
        this.heads = heads;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * A site with working copies on it.
     *
     * @param live the live site beneath
     * @param site as it would be
     */
    record PreviewSite(LiveSite live, LiveSite site) {}

    /** What all working copies add up to on a live site. */
    private record Folded(LiveSite live, Map<String, Head> heads, LiveSite site) {

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(LiveSite otherLive, Map<String, Head> otherHeads) {
            return live == otherLive && heads == otherHeads;
        }
    }

    /**
     * The site that a preview is of, as it is now.
     *
     * @throws io.guidepost.release.plan.UnknownPlanException if there is no such plan
     * @throws UnknownPreviewException if there is no such document, or the plan is released or cancelled already
     */
    PreviewSite of(Preview preview) {
        LiveSite live = sites.latest();
        return new PreviewSite(live, switch (preview) {
            case Preview.OfAll _ -> all(live);
            case Preview.OfDocument(var id) -> {
                List<Head> found = documents.heads(List.of(id));
                if (found.isEmpty()) {
                    throw new UnknownPreviewException(
                            "There is no document " + id.value() + ", or it is in the trash.");
                }
                yield Overlay.over(live, found, List.of(), clock.instant());
            }
            case Preview.OfPlan(var id) -> plans.site(id, live);
        });
    }

    private LiveSite all(LiveSite live) {
        Map<String, Head> newest = heads.newest();
        Folded known = folded;
        if (known.isOf(live, newest)) {
            return known.site();
        }
        List<String> gone = live.documents().stream().map(LiveDocument::id).filter(id -> !newest.containsKey(id))
                .toList();
        LiveSite site = Overlay.over(live, newest.values(), gone, clock.instant());
        folded = new Folded(live, newest, site);
        return site;
    }
}
