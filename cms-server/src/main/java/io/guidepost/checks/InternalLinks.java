package io.guidepost.checks;

import io.guidepost.content.Prose;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Links within the site that lead to no live document, to no heading, or to an address that the site is not known to have. */
final class InternalLinks implements Check {

    static final String DEAD = "dead-internal-link";
    private static final String UNKNOWN = "unknown-internal-link";
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:|//).*", Pattern.DOTALL);

    private final Pages pages;

    InternalLinks(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Map<String, Severity> codes() {
        return Map.of(DEAD, Severity.ERROR, UNKNOWN, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        for (var prose : subject.prose()) {
            prose.blocks().stream().flatMap(block -> block.spans().stream())
                    .forEach(span -> {
                        if (span instanceof Prose.Link link && !ELSEWHERE.matcher(link.destination()).matches()) {
                            link(subject, prose, link.destination(), report);
                        }
                    });
        }
    }

    private void link(Subject subject, Prose prose, String link, Report report) {
        if (link.startsWith("#")) {
            if (!anchors(prose).contains(link.substring(1))) {
                report.add(DEAD, prose.pointer(), "The text has no heading that “" + link
                        + "” leads to: name one of its headings, in lower-case words joined by hyphens.");
            }
            return;
        }
        var own = pages.address(subject.type().name(), subject.type().slug(subject.content()));
        if (own.isEmpty() && !link.startsWith("/")) {
            unknown(prose, link, report);
            return;
        }
        Pages.path(own.orElse("/"), link).ifPresentOrElse(path -> {
            var page = pages.at(path, InternalLinks::kebab);
            if (page.isPresent()) {
                var target = page.get();
                boolean self = own.filter(path::equals).isPresent();
                if (!self && !subject.around().isLive(target.type(), target.slug())) {
                    report.add(DEAD, prose.pointer(),
                            "The link “%s” leads to no live %s: correct it, or publish what it leads to."
                                    .formatted(link, target.type()));
                }
            } else if (!pages.isOther(path)) {
                unknown(prose, link, report);
            }
        }, () -> unknown(prose, link, report));
    }

    private static void unknown(Prose prose, String link, Report report) {
        report.add(UNKNOWN, prose.pointer(), "The site is not known to have a page at “" + link
                + "”: correct the link, or write the whole address, https:// included.");
    }

    private static Set<String> anchors(Prose prose) {
        var anchors = new HashSet<String>();
        for (var block : prose.blocks()) {
            if (block.level() > 0) {
                anchors.add(anchor(words(block)));
            }
            for (var span : block.spans()) {
                if (span instanceof Prose.Cited cited) {
                    anchors.add("source-" + cited.source());
                }
            }
        }
        return anchors;
    }

    private static String words(Prose.Block block) {
        var words = new StringBuilder();
        for (var span : block.spans()) {
            switch (span) {
                case Prose.Words text -> words.append(text.text());
                case Prose.Code code -> words.append(code.text());
                case Prose.Link _,Prose.Token _,Prose.Cited _,Prose.Image _ -> {}
            }
        }
        return words.toString();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ENGLISH).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private static String kebab(String type) {
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
