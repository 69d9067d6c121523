package io.guidepost.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A review task as it is sent; what it has not got is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(UUID id, String kind, String document, @Nullable String title, String subject, String why,
        Instant opened, String state, @Nullable String by, @Nullable Instant at, @Nullable String note) {

    /**
     * A task.
     *
     * @param title the title of its document; null: that is not there
     */
    static TaskView of(ReviewTask task, @Nullable String title) {
        return switch (task.state()) {
            case TaskState.Open _ -> of(task, title, null, null, null);
            case TaskState.Done(PersonId by, Instant at, String note) -> of(task, title, by, at, note);
            case TaskState.Dismissed(PersonId by, Instant at, String note) -> of(task, title, by, at, note);
            case TaskState.Settled(Instant at) -> of(task, title, null, at, null);
        };
    }

    private static TaskView of(ReviewTask task, @Nullable String title, @Nullable PersonId by, @Nullable Instant at,
            @Nullable String note) {
        return new TaskView(task.id(), task.matter().kind().word(), task.matter().document().value(), title,
                task.matter().subject(), task.why(), task.opened(), task.state().word(),
                by == null ? null : by.value(), at, note == null || note.isEmpty() ? null : note);
    }
}
