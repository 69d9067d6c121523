package io.guidepost.upkeep;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentsPurged;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Opens review tasks for what the server finds amiss, and closes them. */
@Service
public class Tasks {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final ReviewTasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(ReviewTasks tasks, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a task and tells of it with a {@link ReviewTaskOpened}.
     *
     * @param matter what it is about
     * @param occasion what brought it about: the same as long as that lasts
     * @param why what is amiss and what can be done, in a sentence or two
     * @return the task; empty: one about the same is open, or was dismissed on this occasion
     */
    public Optional<ReviewTask> open(Matter matter, String occasion, String why) {
        if (tasks.isDismissed(matter, occasion)) {
            return Optional.empty();
        }
        ReviewTask task = new ReviewTask(IDS.generate(), matter, occasion, why, now(), new TaskState.Open());
        if (!tasks.add(task)) {
            return Optional.empty();
        }
        events.publishEvent(new ReviewTaskOpened(task));
        return Optional.of(task);
    }

    /**
     * Settles the open tasks of a kind about a subject.
     *
     * @param kind which kind
     * @param subject which subject
     * @param still the documents that it still is amiss for
     */
    public void settle(TaskKind kind, String subject, Set<DocumentId> still) {
        TaskState settled = new TaskState.Settled(now());
        for (ReviewTask task : tasks.open(kind, subject)) {
            if (!still.contains(task.matter().document())) {
                boolean _ = tasks.close(task.id(), settled);
            }
        }
    }

    /**
     * The open tasks of a kind about a subject.
     *
     * @param kind which kind
     * @param subject which subject
     */
    public List<ReviewTask> openOnes(TaskKind kind, String subject) {
        return tasks.open(kind, subject);
    }

    /**
     * Has an open task tell something else, of which nobody is told again.
     *
     * @param task as it was read
     * @param occasion what brings it about by now
     * @param why what is amiss by now
     * @return false if it is not as it was read any more: it was closed, or revised by another node
     */
    public boolean revise(ReviewTask task, String occasion, String why) {
        return tasks.revise(task, occasion, why);
    }

    /**
     * On what occasion people have last closed a task of a kind about a subject, whether it was done or dismissed.
     *
     * @param kind which kind
     * @param subject which subject
     * @return by document; without those whose tasks nobody has closed
     */
    public Map<DocumentId, String> lastSeenTo(TaskKind kind, String subject) {
        return tasks.lastSeenTo(kind, subject);
    }

    /**
     * A task by its id.
     *
     * @throws UnknownTaskException if there is none
     */
    ReviewTask find(UUID id) {
        return tasks.find(id).orElseThrow(UnknownTaskException::new);
    }

    /**
     * Notes that somebody has seen to it.
     *
     * @param actor who; needs {@link Permission#WRITE}
     */
    ReviewTask done(Actor actor, UUID id, String note) {
        actor.require(Permission.WRITE);
        return close(id, new TaskState.Done(actor.id(), now(), note));
    }

    /**
     * Notes that nothing is to be done.
     *
     * @param actor who; needs {@link Permission#WRITE}
     */
    ReviewTask dismiss(Actor actor, UUID id, String note) {
        actor.require(Permission.WRITE);
        return close(id, new TaskState.Dismissed(actor.id(), now(), note));
    }

    private ReviewTask close(UUID id, TaskState state) {
        if (!tasks.close(id, state)) {
            throw new ClosedTaskException(find(id).state().word());
        }
        return find(id);
    }

    @EventListener
    void purged(DocumentsPurged event) {
        event.documents().forEach(tasks::forget);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
