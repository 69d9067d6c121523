package io.guidepost.release;

import io.guidepost.checks.Checks;
import io.guidepost.checks.Finding;
import io.guidepost.checks.Severity;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Runs the publish checks on what a release would publish, as the site would then be around it. */
@Component
class PublishChecks {

    private final Checks checks;
    private final ContentModel model;
    private final Publications publications;
    private final FigureCatalog catalog;
    private final Figures figures;
    private final Clock clock;

    PublishChecks(Checks checks, ContentModel model, Publications publications, FigureCatalog catalog,
            Figures figures, Clock clock) {
        this.checks = checks;
        this.model = model;
        this.publications = publications;
        this.catalog = catalog;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What the checks find.
     *
     * @param errors what keeps the release from being made
     * @param warnings what does not
     */
    record Outcome(List<ReleaseProblem> errors, List<ReleaseProblem> warnings) {}

    Outcome of(LiveSite after, Draft draft) {
        List<ReleaseProblem> errors = new ArrayList<>();
        List<ReleaseProblem> warnings = new ArrayList<>();
        ReleaseSurroundings around = new ReleaseSurroundings(after, draft.contents(), publications, catalog, figures,
                LocalDate.now(clock));
        for (Entry entry : draft.entries()) {
            ObjectNode content = entry.publication() == null ? null : draft.contents().get(entry.publication());
            if (content == null) {
                continue;
            }
            for (Finding finding : checks.of(entry.document(), model.type(entry.type()), content, around)) {
                ReleaseProblem problem = ReleaseProblem.of(entry.document(), finding.pointer(), finding.code(),
                        finding.message());
                if (finding.severity() == Severity.WARNING) {
                    warnings.add(problem);
                } else if (!Checks.SITE_WIDE.contains(finding.code())) {
                    errors.add(problem);
                }
            }
        }
        return new Outcome(errors, warnings);
    }
}
