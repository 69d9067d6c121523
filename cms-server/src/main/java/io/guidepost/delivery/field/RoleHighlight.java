package io.guidepost.delivery.field;

import io.guidepost.content.Provenance;
import io.guidepost.quiz.statistics.AnswerStatistics;
import io.guidepost.quiz.statistics.Highlight;
import io.guidepost.quiz.statistics.RoleStatistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A highlight, which is told with what all figures of its role have in common. */
record RoleHighlight(RoleStatistics role, Highlight highlight) {

    static List<RoleHighlight> of(RoleStatistics role) {
        return role.highlights().stream().map(highlight -> new RoleHighlight(role, highlight)).toList();
    }

    public String question() {
        return highlight.question();
    }

    public String text() {
        return highlight.text();
    }

    public String lead() {
        return highlight.lead();
    }

    public @Nullable AnswerStatistics answer() {
        return highlight.answer();
    }

    public @Nullable Integer n() {
        return highlight.n();
    }

    public boolean suppressed() {
        return highlight.suppressed();
    }

    public Instant asOf() {
        return role.asOf();
    }

    public Provenance provenance() {
        return role.provenance();
    }
}
