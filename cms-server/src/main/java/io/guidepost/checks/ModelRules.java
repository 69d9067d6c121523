package io.guidepost.checks;

import io.guidepost.content.Stage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the content model asks of published content. Front ends are built on it, so nothing here is ever less than an error. */
final class ModelRules implements Check {

    static final Set<String> CODES = new TreeSet<>(Set.of("required", "blank", "too-short", "too-long", "too-small",
            "too-large", "too-few-items", "too-many-items", "duplicate-item", "reversed-range", "unknown-currency",
            "wrong-type", "not-a-list",
            "unknown-value", "unknown-field", "computed-field", "unprintable", "too-complex", "malformed-figure",
            "malformed-citation", "malformed-date", "malformed-date-time", "malformed-reference", "malformed-slug",
            "malformed-url"));

    @Override
    public Map<String, Severity> codes() {
        var codes = new TreeMap<String, Severity>();
        CODES.forEach(code -> codes.put(code, Severity.ERROR));
        return codes;
    }

    @Override
    public void look(Subject subject, Report report) {
        subject.type().problems(subject.content(), Stage.PUBLISH)
                .forEach(problem -> report.add(problem.code(), problem.pointer(), problem.message()));
    }
}
