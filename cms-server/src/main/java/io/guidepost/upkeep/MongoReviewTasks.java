package io.guidepost.upkeep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.DocumentId;
import io.guidepost.storage.Inserts;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps review tasks in the collection {@code review-tasks}, as {@link MongoTaskForm} writes them. {@code slot} is unique: while a task is open it says what it is about, and
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
        return Inserts.ifAbsent(tasks, MongoTaskForm.stored(task));
    }

    @Override
    public Optional<ReviewTask> find(UUID id) {
        return Optional.ofNullable(tasks.find(eq("_id", id.toString())).first()).map(MongoTaskForm::task);
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
        return tasks.find(and(filters)).sort(descending("_id")).limit(limit).map(MongoTaskForm::task)
                .into(new ArrayList<>());
    }

    @Override
    public List<ReviewTask> open(TaskKind kind, String subject) {
        return tasks.find(and(eq("subject", subject), eq("state.name", "open"), eq("kind", kind.word())))
                .sort(ascending("_id")).map(MongoTaskForm::task).into(new ArrayList<>());
    }

    @Override
    public Map<DocumentId, String> lastSeenTo(TaskKind kind, String subject) {
        Map<DocumentId, String> occasions = new HashMap<>();
        tasks.find(and(eq("subject", subject), in("state.name", "done", "dismissed"), eq("kind", kind.word())))
                .sort(ascending("_id")).projection(include("document", "occasion"))
                .forEach(task -> occasions.put(new DocumentId(task.getString("document")),
                        task.getString("occasion")));
        return occasions;
    }

    @Override
    public boolean revise(ReviewTask task, String occasion, String why) {
        return tasks.updateOne(
                and(eq("_id", task.id().toString()), eq("state.name", "open"), eq("occasion", task.occasion()),
                        eq("why", task.why())),
                combine(set("occasion", occasion), set("why", why))).getMatchedCount() == 1;
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
                combine(set("state", MongoTaskForm.stored(state)), set("slot", id.toString()))).getModifiedCount() == 1;
    }

    @Override
    public void forget(DocumentId document) {
        tasks.deleteMany(eq("document", document.value()));
    }
}
