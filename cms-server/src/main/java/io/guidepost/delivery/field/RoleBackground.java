package io.guidepost.delivery.field;

import io.guidepost.content.Provenance;
import io.guidepost.quiz.statistics.BackgroundStatistics;
import io.guidepost.quiz.statistics.QuestionStatistics;
import io.guidepost.quiz.statistics.RoleStatistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics of a background, which are told with what all figures of its role have in common. */
record RoleBackground(RoleStatistics role, BackgroundStatistics group) {

    static List<RoleBackground> of(RoleStatistics role) {
        return role.byBackground().stream().map(group -> new RoleBackground(role, group)).toList();
    }

    public String background() {
        return group.background();
    }

    public String label() {
        return group.label();
    }

    public @Nullable Integer respondents() {
        return group.respondents();
    }

    public boolean suppressed() {
        return group.suppressed();
    }

    public List<QuestionStatistics> questions() {
        return group.questions();
    }

    public Instant asOf() {
        return role.asOf();
    }

    public Provenance provenance() {
        return role.provenance().of(group.background());
    }
}
