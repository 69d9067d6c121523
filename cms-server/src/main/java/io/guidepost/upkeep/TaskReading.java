package io.guidepost.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.security.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists review tasks with the documents that they are on. */
@Component
class TaskReading {

    private static final int BATCH = 100;
    /** How many tasks are looked at for a page at most; a page may be short for it, and then has a next one. */
    private static final int MOST_SEEN = 1_000;

    private final ReviewTasks tasks;
    private final Documents documents;

    TaskReading(ReviewTasks tasks, Documents documents) {
        this.tasks = tasks;
        this.documents = documents;
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<TaskView> items, @Nullable String next) {}

    TaskView view(ReviewTask task) {
        return TaskView.of(task, documents.find(task.matter().document()).map(Document::title).orElse(null));
    }

    /**
     * Tasks, the newest first.
     *
     * @param filter which
     * @param author only those on documents that this person is an author of; null: on all
     * @param after only those older than this one; null: from the newest
     * @param limit how many at most
     */
    Page page(TaskFilter filter, @Nullable PersonId author, @Nullable UUID after, int limit) {
        List<TaskView> items = new ArrayList<>();
        UUID last = after;
        int size = author == null ? limit + 1 : BATCH;
        for (int seen = 0; seen < MOST_SEEN; seen += size) {
            List<ReviewTask> batch = tasks.list(filter, last, size);
            Map<DocumentId, Document> found = documents
                    .findAll(batch.stream().map(task -> task.matter().document()).distinct().toList());
            for (ReviewTask task : batch) {
                Document document = found.get(task.matter().document());
                if (author == null || (document != null && document.authors().contains(author))) {
                    if (items.size() == limit) {
                        return new Page(items, items.getLast().id().toString());
                    }
                    items.add(TaskView.of(task, document == null ? null : document.title()));
                }
                last = task.id();
            }
            if (batch.size() < size) {
                return new Page(items, null);
            }
        }
        return new Page(items, last == null ? null : last.toString());
    }
}
