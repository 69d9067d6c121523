package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The review tasks. */
interface ReviewTasks {

    /**
     * Adds an open task.
     *
     * @return false if there is an open one about the same, and then nothing has changed
     */
    boolean add(ReviewTask task);

    /** A task by its id. */
    Optional<ReviewTask> find(UUID id);

    /**
     * Tasks, the newest first.
     *
     * @param filter which
     * @param before only those older than this one; null: from the newest
     * @param limit how many at most
     */
    List<ReviewTask> list(TaskFilter filter, @Nullable UUID before, int limit);

    /** The open tasks of a kind about a subject. */
    List<ReviewTask> open(TaskKind kind, String subject);

    /**
     * On what occasion people have last closed a task of a kind about a subject, whether it was done or dismissed.
     *
     * @return by document; without those whose tasks nobody has closed
     */
    Map<DocumentId, String> lastSeenTo(TaskKind kind, String subject);

    /**
     * Has an open task tell something else.
     *
     * @param task as it was read
     * @return false if it is not as it was read any more, and then nothing has changed
     */
    boolean revise(ReviewTask task, String occasion, String why);

    /** Whether a task about a matter was dismissed on an occasion. */
    boolean isDismissed(Matter matter, String occasion);

    /**
     * Closes a task.
     *
     * @return false if it is not open, and then nothing has changed
     */
    boolean close(UUID id, TaskState state);

    /** Removes the tasks on a document that is gone for good. */
    void forget(DocumentId document);
}
