package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** Review tasks as {@link MongoReviewTasks} stores them. */
final class MongoTaskForm {

    private MongoTaskForm() {}

    static Document stored(ReviewTask task) {
        Matter matter = task.matter();
        String slot = String.join(" ", matter.kind().word(), matter.document().value(), matter.subject());
        return new Document("_id", task.id().toString()).append("slot", slot).append("kind", matter.kind().word())
                .append("document", matter.document().value()).append("subject", matter.subject())
                .append("occasion", task.occasion()).append("why", task.why())
                .append("opened", Date.from(task.opened())).append("state", stored(task.state()));
    }

    static Document stored(TaskState state) {
        Document stored = new Document("name", state.word());
        return switch (state) {
            case TaskState.Open _ -> stored;
            case TaskState.Done(PersonId by, Instant at, String note) -> closed(stored, by, at, note);
            case TaskState.Dismissed(PersonId by, Instant at, String note) -> closed(stored, by, at, note);
            case TaskState.Settled(Instant at) -> stored.append("at", Date.from(at));
        };
    }

    private static Document closed(Document stored, PersonId by, Instant at, String note) {
        return stored.append("by", by.value()).append("at", Date.from(at)).append("note", note);
    }

    static ReviewTask task(Document stored) {
        return new ReviewTask(UUID.fromString(stored.getString("_id")),
                new Matter(TaskKind.ofWord(stored.getString("kind")).orElseThrow(),
                        new DocumentId(stored.getString("document")), stored.getString("subject")),
                stored.getString("occasion"), stored.getString("why"), instant(stored, "opened"),
                state(stored.get("state", Document.class)));
    }

    private static TaskState state(Document stored) {
        String name = stored.getString("name");
        return switch (name) {
            case "open" -> new TaskState.Open();
            case "done" -> new TaskState.Done(person(stored), instant(stored, "at"), stored.getString("note"));
            case "dismissed" -> new TaskState.Dismissed(person(stored), instant(stored, "at"),
                    stored.getString("note"));
            case "settled" -> new TaskState.Settled(instant(stored, "at"));
            default -> throw new IllegalStateException("Unknown state of a review task: " + name);
        };
    }

    private static PersonId person(Document stored) {
        return new PersonId(stored.getString("by"));
    }

    private static Instant instant(Document stored, String field) {
        return Objects.requireNonNull(stored.getDate(field)).toInstant();
    }
}
