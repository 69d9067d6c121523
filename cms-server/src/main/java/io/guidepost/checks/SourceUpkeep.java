package io.guidepost.checks;

import io.guidepost.content.Reference;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sources that no longer hold, and those that nobody has read for too long; told in every document that refers to one, once, and in the source
 * itself, where it is never more than a warning: a source must be able to go live as withdrawn.
 */
final class SourceUpkeep implements Check {

    private static final String WITHDRAWN = "withdrawn-source";
    private static final String EXPIRED = "expired-source";
    private static final String DUE = "source-review-due";

    private final int reviewMonths;

    SourceUpkeep(int reviewMonths) {
        this.reviewMonths = reviewMonths;
    }

    @Override
    public Map<String, Severity> codes() {
        return Map.of(WITHDRAWN, Severity.ERROR, EXPIRED, Severity.WARNING, DUE, Severity.WARNING);
    }

    private record State(String code, String field, String sentence) {}

    @Override
    public void look(Subject subject, Report report) {
        var today = subject.around().today();
        if (subject.isSource()) {
            state(subject.content(), today).ifPresent(state -> report.remark(state.code(), "/" + state.field(),
                    "This source " + state.sentence()
                            + ": bring it up to date, and see to the documents that refer to it."));
            return;
        }
        Set<String> told = new HashSet<>();
        for (var reference : subject.references()) {
            subject.target(reference).filter(source -> source.type().equals(Reference.CITED))
                    .filter(source -> told.add(source.id()))
                    .ifPresent(source -> state(source.content(), today).ifPresent(state -> report.add(state.code(),
                            reference.pointer(), "The source “%s” %s: %s".formatted(source.title(), state.sentence(),
                                    state.code().equals(DUE)
                                            ? "read it again and note the day."
                                            : "refer to another, or take out what rests on it."))));
        }
    }

    private Optional<State> state(ObjectNode source, LocalDate today) {
        var status = text(source, "status");
        var expires = date(source, "expires");
        if (status.equals("WITHDRAWN")) {
            return Optional.of(new State(WITHDRAWN, "status", "has been withdrawn by its publisher"));
        }
        if (status.equals("SUPERSEDED")) {
            return Optional.of(new State(EXPIRED, "status", "has been superseded by a newer one"));
        }
        if (expires.isPresent() && !expires.get().isAfter(today)) {
            return Optional.of(new State(EXPIRED, "expires", "expired on " + expires.get()));
        }
        var own = source.get("reviewEveryMonths");
        int months = own != null && own.isInt() && own.asInt() > 0 ? own.asInt() : reviewMonths;
        return date(source, "accessed").map(accessed -> accessed.plusMonths(months)).filter(today::isAfter)
                .map(due -> new State(DUE, "accessed", "has been due for review since " + due));
    }

    private static String text(ObjectNode source, String field) {
        var value = source.get(field);
        return value == null ? "" : value.stringValue("");
    }

    private static Optional<LocalDate> date(ObjectNode source, String field) {
        try {
            var text = text(source, field);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
