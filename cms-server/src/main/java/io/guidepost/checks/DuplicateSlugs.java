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
                .flatMap(slug -> subject.around().slugHolder(subject.type().name(), slug, subject.id()))
                .ifPresent(holder -> report.add(CODE, subject.type().slugField().map(field -> "/" + field).orElse(""),
                        "“%s” (%s) has the slug “%s” already: choose another slug, or withdraw that %s.".formatted(
                                holder.title(), holder.id(), holder.slug(), holder.type())));
    }
}
