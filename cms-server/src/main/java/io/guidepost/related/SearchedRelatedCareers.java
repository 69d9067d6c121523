package io.guidepost.related;

import io.guidepost.related.SimilarGuides.Similar;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The editors' pins, then the guides that the search engine finds closest. */
@Service
class SearchedRelatedCareers implements RelatedCareers {

    private final SimilarGuides guides;

    SearchedRelatedCareers(SimilarGuides guides) {
        this.guides = guides;
    }

    @Override
    public Related related(LiveSite site, LiveDocument guide, List<String> pins, List<String> exclusions, int first) {
        Map<String, Career> careers = new LinkedHashMap<>();
        pins.forEach(pin -> careers.putIfAbsent(pin, new Career(pin, Reason.PINNED)));
        Similar similar = guides.to(guide, site);
        similar.ids().forEach(id -> careers.putIfAbsent(id, new Career(id, Reason.SIMILAR)));
        careers.remove(guide.id());
        exclusions.forEach(careers::remove);
        return new Related(similar.degraded(),
                careers.values().stream().filter(career -> isLiveGuide(site, career.documentId())).limit(first)
                        .toList());
    }

    @Override
    public int generation() {
        return guides.generation();
    }

    private static boolean isLiveGuide(LiveSite site, String id) {
        return site.byId(id).filter(document -> document.type().equals(GuideTexts.TYPE)).isPresent();
    }
}
