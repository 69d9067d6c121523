package io.guidepost.release.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planned release as the admin API shows it. */
record PlanView(String id, String name, String note, boolean withReferrers, List<ChangeView> changes, StateView state,
        int version, String createdBy, Instant createdAt, String changedBy, Instant changedAt) {

    /** What is to happen to a document; without a version, whichever is approved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(String document, Action action, @Nullable Integer version) {

        static List<ChangeView> of(List<Change> changes) {
            return changes.stream().map(
                    change -> new ChangeView(change.document().value(), change.action(), change.version())).toList();
        }
    }

    /** A due time as an instant, and on the clocks of the zone it was entered in. */
    record DueView(Instant instant, LocalDateTime local, String zone, String offset) {

        static DueView of(Due due) {
            return new DueView(due.at(), due.local().toLocalDateTime(), due.zone().getId(),
                    due.local().getOffset().toString());
        }
    }

    /** Where it stands, flat; {@code releasing} while it is just being done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateView(String name, @Nullable DueView due, @Nullable String by, @Nullable Instant at,
            @Nullable List<ChangeView> pinned, @Nullable Boolean releasing, @Nullable List<ReleaseProblem> problems,
            @Nullable Integer release) {

        static StateView of(PlanState state) {
            String name = state.getClass().getSimpleName();
            return switch (state) {
                case PlanState.Open _ -> new StateView(name, null, null, null, null, null, null, null);
                case PlanState.Scheduled scheduled -> new StateView(name, DueView.of(scheduled.due()),
                        scheduled.by().value(), scheduled.at(),
                        scheduled.pinned() == null ? null : ChangeView.of(scheduled.pinned()),
                        scheduled.claim() == null ? null : true, null, null);
                case PlanState.Held(Due due, PersonId by, List<ReleaseProblem> problems, Instant at) -> new StateView(
                        name, DueView.of(due), by.value(), at, null, null, problems, null);
                case PlanState.Released(int release, Instant at) -> new StateView(name, null, null, at, null, null,
                        null, release);
                case PlanState.Cancelled(PersonId by, Instant at) -> new StateView(name, null, by.value(), at, null,
                        null, null, null);
            };
        }
    }

    static PlanView of(PlannedRelease plan) {
        PlannedRelease.Content content = plan.content();
        return new PlanView(plan.id().value(), content.name(), content.note(), content.withReferrers(),
                ChangeView.of(content.changes()), StateView.of(plan.state()), plan.version(),
                plan.createdBy().value(), plan.createdAt(), plan.changedBy().value(), plan.changedAt());
    }
}
