package io.guidepost.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.related.ExplainedCareers.Explained;
import io.guidepost.related.ExplainedCareers.ExplainedCareer;
import io.guidepost.related.GuideIndex.Part;
import io.guidepost.related.RelatedCareers.Reason;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/related")
@Tag(name = "Related careers", description = "What readers of a guide are shown beside it, and why")
class RelatedController {

    private final ExplainedCareers careers;

    RelatedController(ExplainedCareers careers) {
        this.careers = careers;
    }

    /**
     * The related careers of a guide.
     *
     * @param document the guide's id
     * @param release the newest release
     * @param degraded whether the search engine is away: these are pins and what it told last, and nothing is explained
     * @param careers the first ones first
     */
    record RelatedView(String document, int release, boolean degraded, List<CareerView> careers) {}

    /**
     * One of them.
     *
     * @param score how close it is, of no unit, to be compared among those of one guide
     * @param explain which share of the score comes from which part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CareerView(String document, String slug, String title, Reason reason, @Nullable Double score,
            @Nullable SharesView explain) {

        static CareerView of(ExplainedCareer career) {
            return new CareerView(career.guide().id(), career.guide().slug(), career.guide().title(), career.reason(),
                    career.score(), career.score() == null ? null : SharesView.of(career.shares()));
        }
    }

    /**
     * Shares that add up to 1.
     *
     * @param text of the words that both guides have
     * @param vectors of the meanings of their paragraphs
     * @param skills of the skills that both need
     * @param coInterest of the quiz takers who explore both roles
     */
    record SharesView(double text, double vectors, double skills, double coInterest) {

        static SharesView of(Map<Part, Double> shares) {
            return new SharesView(shares.getOrDefault(Part.TEXT, 0.0), shares.getOrDefault(Part.VECTORS, 0.0), shares
                    .getOrDefault(Part.SKILLS, 0.0), shares.getOrDefault(Part.CO_INTEREST, 0.0));
        }
    }

    @GetMapping("/{document}")
    @Operation(summary = "The related careers of a live guide as readers see them, and what each part of the ranking has to do with it")
    RelatedView related(Actor actor, @PathVariable String document, @RequestParam(defaultValue = "10") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        Explained explained = careers.of(document, limit);
        return new RelatedView(document, explained.release(), explained.degraded(),
                explained.careers().stream().map(CareerView::of).toList());
    }
}
