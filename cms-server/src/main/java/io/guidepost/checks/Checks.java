package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** All publish checks. Safe for use by several threads. */
public final class Checks {

    private final ContentModel model;
    private final CheckSettings settings;
    private final List<Check> checks;

    /**
     * Readies the checks.
     *
     * @throws FaultyCheckSettingsException if the settings name what there is not, with every fault found
     */
    public Checks(ContentModel model, CheckSettings settings) {
        this.model = model;
        this.settings = settings;
        this.checks = List.of(new ModelRules(), new BrokenReferences(), new DuplicateSlugs(), new FigureTokens(),
                new HandTypedFigures(), new ContradictingFigures(), new SourceUpkeep(settings.reviewMonths()),
                new InternalLinks(new Pages(settings)), new WrongArticles(), new CopiedTexts(), new NamedOccupations(),
                new Lengths(settings), new HeadingOrder(), new UnsupportedMarkdown());
        settings.verify(model, codes().keySet());
    }

    /** Every code there is, each with its severity where nothing else is configured. */
    public Map<String, Severity> codes() {
        var codes = new LinkedHashMap<String, Severity>();
        checks.forEach(check -> codes.putAll(check.codes()));
        return Collections.unmodifiableMap(codes);
    }

    /**
     * Everything that the checks find in a document, check by check; empty if nothing is.
     *
     * @param documentId the document's id
     * @param content what it says, of any shape
     * @param around the site as it would be with the document on it
     */
    public List<Finding> of(String documentId, DocumentType type, ObjectNode content, Surroundings around) {
        var subject = new Subject(model, documentId, type, content, around);
        var defaults = codes();
        var report = new Report(code -> settings.severity(type.name(), code, defaults.getOrDefault(code,
                Severity.ERROR)));
        checks.forEach(check -> check.look(subject, report));
        return report.findings();
    }
}
