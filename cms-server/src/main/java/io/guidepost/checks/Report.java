package io.guidepost.checks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes down what is found, each thing once, with the severity that the settings give it. */
final class Report {

    private final Function<String, Optional<Severity>> severities;
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Starts empty; the function gives a code's severity, nothing for one that is switched off. */
    Report(Function<String, Optional<Severity>> severities) {
        this.severities = severities;
    }

    void add(String code, String pointer, String message) {
        severities.apply(code).ifPresent(severity -> findings.add(new Finding(code, severity, pointer, message)));
    }

    /** Takes down what is worth knowing but must not stop the document itself, however severe the code is elsewhere. */
    void remark(String code, String pointer, String message) {
        severities.apply(code).ifPresent(_ -> findings.add(new Finding(code, Severity.WARNING, pointer, message)));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
