package io.guidepost.related;

import io.guidepost.related.GuideIndex.Match;
import io.guidepost.related.GuideIndex.Part;
import io.guidepost.related.Guides.Choices;
import io.guidepost.related.RelatedCareers.Career;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.index.SearchUnavailableException;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The related careers of a guide as readers see them, and why they are these. */
@Service
class ExplainedCareers {

    private final LiveSites sites;
    private final Guides guides;
    private final Questions questions;
    private final GuideIndex index;
    private final RelatedCareers careers;

    ExplainedCareers(LiveSites sites, Guides guides, Questions questions, GuideIndex index, RelatedCareers careers) {
        this.sites = sites;
        this.guides = guides;
        this.questions = questions;
        this.index = index;
        this.careers = careers;
    }

    /**
     * The related careers of a guide on the newest site.
     *
     * @param release the number of the site's newest release
     * @param degraded whether the search engine was away; nothing is explained then
     * @param careers as readers see them
     */
    record Explained(int release, boolean degraded, List<ExplainedCareer> careers) {}

    /**
     * One of them.
     *
     * @param score how close it is, of no unit, comparable among those of one guide; null: it was not searched for, or not found
     * @param shares what each part that found it adds to the score, as a share of it; they add up to 1
     */
    record ExplainedCareer(LiveDocument guide, RelatedCareers.Reason reason, @Nullable Double score,
            Map<Part, Double> shares) {}

    /**
     * The related careers of a live guide.
     *
     * @param id the document's id
     * @param first how many at most
     * @throws NoLiveGuideException if no guide of that id is live
     */
    Explained of(String id, int first) {
        LiveSite site = sites.latest();
        LiveDocument guide = site.byId(id).filter(document -> document.type().equals(GuideTexts.TYPE))
                .orElseThrow(() -> new NoLiveGuideException(id));
        Choices choices = guides.choices(guide);
        Related related = careers.related(site, guide, choices.pins(), choices.exclusions(), first);
        Map<String, Match> matches = related.degraded() ? Map.of() : matches(guide);
        return new Explained(site.release(), related.degraded(), related.careers().stream()
                .map(career -> explained(career, site, matches.get(career.documentId()))).toList());
    }

    private Map<String, Match> matches(LiveDocument guide) {
        try {
            return index.explain(questions.about(guide), SimilarGuides.RANKED).stream()
                    .collect(Collectors.toMap(Match::id, match -> match));
        } catch (SearchUnavailableException away) {
            return Map.of();
        }
    }

    private static ExplainedCareer explained(Career career, LiveSite site, @Nullable Match match) {
        LiveDocument guide = site.byId(career.documentId()).orElseThrow();
        if (match == null) {
            return new ExplainedCareer(guide, career.reason(), null, Map.of());
        }
        double sum = match.parts().values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Part, Double> shares = new EnumMap<>(Part.class);
        match.parts().forEach((part, score) -> shares.put(part, score / sum));
        return new ExplainedCareer(guide, career.reason(), match.score(), shares);
    }
}
