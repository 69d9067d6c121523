package io.guidepost.checks;

import io.guidepost.content.Prose;
import java.util.Map;
import java.util.regex.Pattern;

/** What delivery drops or shows as it was typed: images, HTML, tables, links to unsafe addresses, and figures or citations in plain texts. */
final class UnsupportedMarkdown implements Check {

    private static final String CODE = "unsupported-markdown";
    private static final Pattern HTML = Pattern
            .compile("(?<!\\\\)<(?:/?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\\s[^<>]{0,500})?/?>|!--)");
    private static final Pattern TABLE = Pattern
            .compile("(?m)^[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)+\\|?[ \\t]*$");
    private static final Pattern UNSAFE = Pattern.compile("(?i)(?!https?:|mailto:)[a-z][a-z0-9+.-]*:.*",
            Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\\{\\{[^{}]+}}|\\[@[a-z0-9-]+]");

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        for (var prose : subject.prose()) {
            for (var block : prose.blocks()) {
                if (prose.rich()) {
                    rich(prose.pointer(), block, report);
                } else if (TOKEN.matcher(written(block)).find()) {
                    report.add(CODE, prose.pointer(),
                            "This text shows as it is typed, so it can hold neither figures nor citations: put it in words.");
                }
            }
        }
    }

    private static void rich(String pointer, Prose.Block block, Report report) {
        for (var span : block.spans()) {
            if (span instanceof Prose.Image) {
                report.add(CODE, pointer, "Images are not shown, only their descriptions: take the image out.");
            } else if (span instanceof Prose.Link link && UNSAFE.matcher(link.destination()).matches()) {
                report.add(CODE, pointer, "“" + link.destination()
                        + "” is no address that a link may have, so only its words are shown: use https:// or mailto:.");
            }
        }
        var written = written(block);
        var html = HTML.matcher(written);
        if (html.find()) {
            report.add(CODE, pointer, "HTML is shown as it is typed: write “" + html.group()
                    + "” in Markdown, or put it into backticks if you mean the characters themselves.");
        }
        if (TABLE.matcher(written).find()) {
            report.add(CODE, pointer, "Tables are shown as they are typed: write a list instead.");
        }
    }

    private static String written(Prose.Block block) {
        var written = new StringBuilder();
        for (var span : block.spans()) {
            if (span instanceof Prose.Words words) {
                written.append(words.written());
            } else {
                written.append(' ');
            }
        }
        return written.toString();
    }
}
