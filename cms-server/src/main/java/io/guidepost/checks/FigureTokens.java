package io.guidepost.checks;

import java.util.Map;

/** Figures that the quiz does not have, and figures whose group is too small to be shown. */
final class FigureTokens implements Check {

    private static final String UNKNOWN = "unknown-figure";
    private static final String SUPPRESSED = "suppressed-figure";

    /** Suppression is a warning: it lies in the statistics, which change by themselves, and must not hold a release that was sound yesterday. */
    @Override
    public Map<String, Severity> codes() {
        return Map.of(UNKNOWN, Severity.ERROR, SUPPRESSED, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        var role = subject.quizRole();
        for (var use : subject.type().figures(subject.content())) {
            var problem = subject.around().figures().problem(use.token(), role);
            var written = "{{" + use.token().text() + "}}";
            if (problem.isPresent()) {
                report.add(UNKNOWN, use.pointer(),
                        use.sentence(problem.get()) + " Correct the figure " + written + ".");
            } else if (subject.around().values().resolve(use.token(), role).suppressed()) {
                report.add(SUPPRESSED, use.pointer(), written
                        + " stands for a group too small to be shown, so the page says so instead: widen the group, or write without the figure.");
            }
        }
    }
}
