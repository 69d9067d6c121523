package io.guidepost.checks;

import java.util.Map;

/** A slug that another document of the type has. */
final class DuplicateSlugs implements Check {

    private static final String CODE = "duplicate-slug";

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.ERROR);
    }

    @Override
    public void look(Subject subject, Report report) {
        subject.type().slug(subject.content())
                .filter(slug -> subject.around().slugTaken(subject.type().name(), slug, subject.id()))
                .ifPresent(slug -> report.add(CODE, subject.type().slugField().map(field -> "/" + field).orElse(""),
                        "Another live %s has the slug “%s”: choose another slug, or withdraw the other document."
                                .formatted(subject.type().name(), slug)));
    }
}
