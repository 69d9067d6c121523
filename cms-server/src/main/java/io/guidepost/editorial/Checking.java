package io.guidepost.editorial;

import io.guidepost.checks.Checks;
import io.guidepost.checks.Finding;
import io.guidepost.checks.Surroundings;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import io.guidepost.content.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Runs the publish checks on working copies, beside the working copies that they refer to. */
@Service
public class Checking {

    private final Documents documents;
    private final Checks checks;
    private final ContentModel model;
    private final FigureCatalog catalog;
    private final Figures figures;
    private final Clock clock;

    Checking(Documents documents, Checks checks, ContentModel model, FigureCatalog catalog, Figures figures,
            Clock clock) {
        this.documents = documents;
        this.checks = checks;
        this.model = model;
        this.catalog = catalog;
        this.figures = figures;
        this.clock = clock;
    }

    /** Everything that the checks find in a working copy; empty if nothing is. */
    public List<Finding> findings(Document document) {
        return findingsAmong(List.of(document)).apply(document);
    }

    /**
     * The same for each of some working copies; what they refer to is read together, and once.
     *
     * @param chosen those whose findings will be asked for, of types that there are
     */
    public Function<Document, List<Finding>> findingsAmong(Collection<Document> chosen) {
        Surroundings around = around(chosen);
        return document -> checks.of(document.id().value(), model.type(document.type()), document.content(), around);
    }

    /**
     * What of it keeps the document from being handed to review: every error but those that depend on other documents, which may be
     * written meanwhile.
     */
    List<Problem> errors(Document document) {
        return checks.errors(document.id().value(), model.type(document.type()), document.content(),
                around(List.of(document))).stream().filter(finding -> !Checks.SITE_WIDE.contains(finding.code()))
                .map(finding -> new Problem(finding.pointer(), finding.code(), finding.message())).toList();
    }

    private Surroundings around(Collection<Document> chosen) {
        return new WorkingSurroundings(documents, model, chosen, catalog, figures, LocalDate.now(clock));
    }
}
