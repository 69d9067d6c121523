package io.guidepost.checks;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures typed into a sentence that has neither a figure token nor a citation, so that nobody can tell where they come from and they never
 * change. What the document's own structured numbers state is no such figure: it has its source there. Nor is what a source says about itself.
 */
final class HandTypedFigures implements Check {

    private static final String CODE = "hand-typed-figure";

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        if (subject.isSource()) {
            return;
        }
        var stated = Stated.in(subject);
        for (var sentence : subject.sentences()) {
            if (!sentence.tokens().isEmpty() || !sentence.sources().isEmpty()) {
                continue;
            }
            Stream.concat(subject.figures(sentence).stream(), WordedShares.in(sentence).stream())
                    .filter(figure -> figure.unit() != TypedFigure.Unit.MONTHS)
                    .filter(figure -> stated.stream().noneMatch(number -> number.covers(figure)))
                    .forEach(figure -> report.add(CODE, sentence.pointer(),
                            "“" + figure.text() + "” is typed by hand: " + advice(sentence)));
        }
    }

    private static String advice(Sentence sentence) {
        return sentence.rich()
                ? "write a figure such as {{percent priority/earn-more}}, or cite its source in the same sentence, [@slug-of-source]."
                : "leave it out, or say it in a text that can hold figures and citations.";
    }
}
