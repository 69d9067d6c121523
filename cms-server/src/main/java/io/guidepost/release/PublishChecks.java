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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Runs the publish checks on what a release would publish, as the site would then be around it. */
@Component
class PublishChecks {

    private static final int BATCH = 500;

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
        ReleaseSurroundings around = around(after, draft.contents());
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

    /**
     * Links that a release leaves dead: in live documents that it does not touch, to what it withdraws or gives another slug.
     *
     * @param before the site before the release
     * @param after the site after it
     */
    List<ReleaseProblem> lostLinks(LiveSite before, LiveSite after, Release release) {
        Set<String> named = new HashSet<>();
        Set<String> lost = new HashSet<>();
        for (Entry entry : release.entries()) {
            named.add(entry.document());
            before.byId(entry.document()).filter(was -> after.bySlug(was.type(), was.slug()).isEmpty())
                    .flatMap(was -> checks.address(was.type(), was.slug()))
                    .ifPresent(address -> lost.add(address.substring(address.lastIndexOf('/') + 1)));
        }
        if (lost.isEmpty()) {
            return List.of();
        }
        List<LiveDocument> others = after.documents().stream().filter(document -> !named.contains(document.id()))
                .sorted(Comparator.comparing(LiveDocument::id)).toList();
        List<ReleaseProblem> problems = new ArrayList<>();
        for (int from = 0; from < others.size(); from += BATCH) {
            List<LiveDocument> batch = others.subList(from, Math.min(from + BATCH, others.size()));
            Map<String, ObjectNode> contents = publications
                    .load(batch.stream().map(LiveDocument::publication).toList());
            for (LiveDocument document : batch) {
                ObjectNode content = Objects.requireNonNull(contents.get(document.publication()));
                // However a link is written, it ends as the address does. Few texts hold that, and only those are read.
                String text = content.toString();
                if (lost.stream().anyMatch(text::contains)) {
                    List<Finding> found = new ArrayList<>(deadLinks(document, content, after));
                    found.removeAll(deadLinks(document, content, before));
                    found.forEach(finding -> problems.add(ReleaseProblem.of(document.id(), finding.pointer(),
                            finding.code(), finding.message())));
                }
            }
        }
        return problems;
    }

    private List<Finding> deadLinks(LiveDocument document, ObjectNode content, LiveSite site) {
        return checks.deadLinks(document.id(), model.type(document.type()), content, around(site, Map.of()));
    }

    private ReleaseSurroundings around(LiveSite site, Map<String, ObjectNode> contents) {
        return new ReleaseSurroundings(site, contents, publications, catalog, figures, LocalDate.now(clock));
    }
}
