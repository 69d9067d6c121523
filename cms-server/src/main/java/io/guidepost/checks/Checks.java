package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** All publish checks. Safe for use by several threads. */
public final class Checks {

    /**
     * The codes of what lies between documents rather than in one: others may still put it right while a document is reviewed, and the
     * release, which looks at the site as a whole, sees to it whatever the severities are.
     */
    public static final Set<String> SITE_WIDE = Set.of("broken-reference", "duplicate-slug");

    private final ContentModel model;
    private final CheckSettings settings;
    private final Pages pages;
    private final InternalLinks links;
    private final List<Check> checks;
    private final Map<String, Severity> defaults;

    /**
     * Readies the checks.
     *
     * @throws FaultyCheckSettingsException if the settings name what there is not, with every fault found
     */
    public Checks(ContentModel model, CheckSettings settings) {
        this.model = model;
        this.settings = settings;
        this.pages = new Pages(settings);
        this.links = new InternalLinks(pages);
        this.checks = List.of(new ModelRules(), new BrokenReferences(), new DuplicateSlugs(), new FigureTokens(),
                new HandTypedFigures(), new ContradictingFigures(), new SourceUpkeep(settings.reviewMonths()),
                links, new WrongArticles(), new CopiedTexts(), new NamedOccupations(),
                new Lengths(settings), new HeadingOrder(), new UnsupportedMarkdown());
        var codes = new LinkedHashMap<String, Severity>();
        checks.forEach(check -> codes.putAll(check.codes()));
        this.defaults = Collections.unmodifiableMap(codes);
        settings.verify(model, defaults.keySet());
    }

    /** Every code there is, each with its severity where nothing else is configured. */
    public Map<String, Severity> codes() {
        return defaults;
    }

    /**
     * Everything that the checks find in a document, check by check; empty if nothing is.
     *
     * @param documentId the document's id
     * @param content what it says, of any shape
     * @param around the site as it would be with the document on it
     */
    public List<Finding> of(String documentId, DocumentType type, ObjectNode content, Surroundings around) {
        return run(checks, documentId, type, content, around);
    }

    /** The errors among what {@link #of} finds, found without looking for the rest. */
    public List<Finding> errors(String documentId, DocumentType type, ObjectNode content, Surroundings around) {
        var strict = checks.stream().filter(check -> check.codes().keySet().stream()
                .anyMatch(code -> severity(type, code).filter(Severity.ERROR::equals).isPresent())).toList();
        return run(strict, documentId, type, content, around).stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList();
    }

    /** The links within the site, among what {@link #of} finds, that are dead: to no live document, or to no heading. */
    public List<Finding> deadLinks(String documentId, DocumentType type, ObjectNode content, Surroundings around) {
        return run(List.of(links), documentId, type, content, around).stream()
                .filter(finding -> finding.code().equals(InternalLinks.DEAD)).toList();
    }

    /** The address that a document has on the site; empty if those of its type have none, so that no link leads to it. */
    public Optional<String> address(String type, String slug) {
        return pages.address(type, Optional.of(slug));
    }

    /** Without those that the settings have switched off for the type. */
    private List<Finding> run(List<Check> chosen, String documentId, DocumentType type, ObjectNode content,
            Surroundings around) {
        var subject = new Subject(model, documentId, type, content, around);
        var report = new Report(code -> severity(type, code));
        chosen.stream().filter(check -> check.codes().keySet().stream()
                .anyMatch(code -> severity(type, code).isPresent())).forEach(check -> check.look(subject, report));
        return report.findings();
    }

    private Optional<Severity> severity(DocumentType type, String code) {
        return settings.severity(type.name(), code, defaults.getOrDefault(code, Severity.ERROR));
    }
}
