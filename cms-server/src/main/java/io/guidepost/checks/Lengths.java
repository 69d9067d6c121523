package io.guidepost.checks;

import java.util.Map;

/** Titles and descriptions that search engines and link previews would cut, or that say too little. Only documents with a page of their own have them. */
final class Lengths implements Check {

    private static final String TITLE = "title-length";
    private static final String DESCRIPTION = "description-length";

    private final CheckSettings settings;

    Lengths(CheckSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Severity> codes() {
        return Map.of(TITLE, Severity.WARNING, DESCRIPTION, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        if (settings.pages().containsKey(subject.type().name())) {
            measure(TITLE, "title", settings.title(), subject, report);
            measure(DESCRIPTION, "description", settings.description(), subject, report);
        }
    }

    private static void measure(String code, String field, CheckSettings.Bounds bounds, Subject subject,
            Report report) {
        var value = subject.content().get(field);
        if (value == null || value.stringValue("").isBlank()) {
            return;
        }
        var text = value.stringValue().strip();
        int length = text.codePointCount(0, text.length());
        if (length < bounds.min() || length > bounds.max()) {
            report.add(code, "/" + field, "The %s has %d characters; between %d and %d are shown whole and say enough."
                    .formatted(field, length, bounds.min(), bounds.max()));
        }
    }
}
