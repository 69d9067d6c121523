package io.guidepost.checks;

import io.guidepost.content.Reference;
import java.util.Map;

/** References and citations that lead nowhere, or to a document of another type. */
final class BrokenReferences implements Check {

    private static final String CODE = "broken-reference";

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.ERROR);
    }

    @Override
    public void look(Subject subject, Report report) {
        for (var reference : subject.references()) {
            var target = subject.target(reference);
            if (target.isPresent() && !target.get().type().equals(reference.type())) {
                report.add(CODE, reference.pointer(), "%s is a %s, but this must be a %s: refer to another document."
                        .formatted(name(reference), target.get().type(), reference.type()));
            } else if (target.isEmpty() && !reference.weak()) {
                report.add(CODE, reference.pointer(),
                        "There is no live %s %s: publish it first or together with this document, or refer to another."
                                .formatted(reference.type(), name(reference)));
            }
        }
    }

    private static String name(Reference reference) {
        return switch (reference.target()) {
            case Reference.ById target -> "“" + target.id() + "”";
            case Reference.BySlug target -> "“@" + target.slug() + "”";
        };
    }
}
