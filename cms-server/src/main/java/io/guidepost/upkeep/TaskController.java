package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/review-tasks")
@Tag(name = "Review tasks", description = "Documents that somebody should look at, since something they rest on is amiss")
class TaskController {

    private final Tasks tasks;
    private final TaskReading reading;

    TaskController(Tasks tasks, TaskReading reading) {
        this.tasks = tasks;
        this.reading = reading;
    }

    /** What there is to say. */
    record Note(@Nullable @Size(max = 2_000) String note) {}

    /** Why nothing is to be done. */
    record Reason(@NotBlank @Size(max = 2_000) String note) {}

    @GetMapping
    @Operation(summary = "Review tasks, the newest first, in pages", description = "`state` is `open`, `done`, `dismissed` or `settled`; "
            + "`mine=true` finds those on documents that you are an author of. A page may be short and have a `next` all the same.")
    TaskReading.Page list(Actor actor, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable DocumentId document,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        if (state != null && !TaskState.WORDS.contains(state)) {
            throw new MalformedQueryException("“state” must be one of " + String.join(", ", TaskState.WORDS) + ".");
        }
        return reading.page(new TaskFilter(state, document, kind == null ? null : kind(kind)),
                mine ? actor.id() : null, after, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A review task")
    TaskView get(Actor actor, @PathVariable UUID id) {
        actor.require(Permission.READ);
        return reading.view(tasks.find(id));
    }

    @Command("review-tasks.done")
    @PostMapping("/{id}/done")
    @Operation(summary = "Note that a task has been seen to")
    TaskView done(Actor actor, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Note body) {
        String note = body == null || body.note() == null ? "" : body.note().strip();
        return reading.view(tasks.done(actor, id, note));
    }

    @Command("review-tasks.dismiss")
    @PostMapping("/{id}/dismiss")
    @Operation(summary = "Note that nothing is to be done, and why")
    TaskView dismiss(Actor actor, @PathVariable UUID id, @Valid @RequestBody Reason body) {
        return reading.view(tasks.dismiss(actor, id, body.note().strip()));
    }

    private static TaskKind kind(String word) {
        return TaskKind.ofWord(word).orElseThrow(() -> new MalformedQueryException(
                "“kind” must be one of " + String.join(", ", TaskKind.words()) + "."));
    }
}
