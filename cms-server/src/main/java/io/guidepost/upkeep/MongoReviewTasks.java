package io.guidepost.upkeep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import io.guidepost.storage.Inserts;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps review tasks in the collection {@code review-tasks}. {@code slot} is unique: while a task is open it says what it is about, and
 * afterwards it is the task's own id, so that another may be opened:
 *
 * {@snippet lang=json :
 * {"_id": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", "slot": "broken-link faq-degree source-bls", "kind": "broken-link",
 *  "document": "faq-degree", "subject": "source-bls", "occasion": "2026-02-28T09:30:00Z", "why": "The link of …",
 *  "opened": {"$date": "2026-02-28T09:30:00Z"}, "state": {"name": "dismissed", "by": "ada", "at": {…}, "note": "It is back."}}
 * }
 */
@Repository
class MongoReviewTasks implements ReviewTasks {

    private final MongoCollection<Document> tasks;

    MongoReviewTasks(MongoDatabase database) {
        this.tasks = database.getCollection("review-tasks");
        tasks.createIndex(Indexes.ascending("slot"), new IndexOptions().unique(true));
        tasks.createIndex(Indexes.ascending("document", "_id"));
        tasks.createIndex(Indexes.ascending("subject", "state.name"));
        tasks.createIndex(Indexes.ascending("state.name", "_id"));
    }

    @Override
    public boolean add(ReviewTask task) {
        return Inserts.ifAbsent(tasks, stored(task));
    }

    @Override
    public Optional<ReviewTask> find(UUID id) {
        return Optional.ofNullable(tasks.find(eq("_id", id.toString())).first()).map(MongoReviewTasks::task);
    }

    @Override
    public List<ReviewTask> list(TaskFilter filter, @Nullable UUID before, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(before == null ? gt("_id", "") : lt("_id", before.toString()));
        if (filter.state() != null) {
            filters.add(eq("state.name", filter.state()));
        }
        if (filter.document() != null) {
            filters.add(eq("document", filter.document().value()));
        }
        if (filter.kind() != null) {
            filters.add(eq("kind", filter.kind().word()));
        }
        return tasks.find(and(filters)).sort(descending("_id")).limit(limit).map(MongoReviewTasks::task)
                .into(new ArrayList<>());
    }

    @Override
    public List<ReviewTask> open(TaskKind kind, String subject) {
        return tasks.find(and(eq("subject", subject), eq("state.name", "open"), eq("kind", kind.word())))
                .sort(ascending("_id")).map(MongoReviewTasks::task).into(new ArrayList<>());
    }

    @Override
    public boolean isDismissed(Matter matter, String occasion) {
        return tasks.find(and(eq("document", matter.document().value()), eq("kind", matter.kind().word()),
                eq("subject", matter.subject()), eq("occasion", occasion), eq("state.name", "dismissed")))
                .first() != null;
    }

    @Override
    public boolean close(UUID id, TaskState state) {
        return tasks.updateOne(and(eq("_id", id.toString()), eq("state.name", "open")),
                combine(set("state", stored(state)), set("slot", id.toString()))).getModifiedCount() == 1;
    }

    @Override
    public void forget(DocumentId document) {
        tasks.deleteMany(eq("document", document.value()));
    }

    private static Document stored(ReviewTask task) {
        Matter matter = task.matter();
        String slot = String.join(" ", matter.kind().word(), matter.document().value(), matter.subject());
        return new Document("_id", task.id().toString()).append("slot", slot).append("kind", matter.kind().word())
                .append("document", matter.document().value()).append("subject", matter.subject())
                .append("occasion", task.occasion()).append("why", task.why())
                .append("opened", Date.from(task.opened())).append("state", stored(task.state()));
    }

    private static Document stored(TaskState state) {
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

    private static ReviewTask task(Document stored) {
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
