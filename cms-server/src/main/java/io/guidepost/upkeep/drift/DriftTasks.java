package io.guidepost.upkeep.drift;

import io.guidepost.editorial.DocumentId;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.ReviewTask.Matter;
import io.guidepost.upkeep.TaskKind;
import io.guidepost.upkeep.Tasks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps the review tasks of live documents in step with how far their figures have moved: one open task a document, which tells of the newest
 * snapshot. The occasion of a task is the number of the snapshot that it tells of, so that closing it confirms the figures as they are there.
 */
@Component
class DriftTasks {

    private static final String SUBJECT = "figures";

    private final Tasks tasks;
    private final Snapshots snapshots;
    private final FiguredDocuments documents;
    private final Baselines baselines;
    private final Tolerance tolerance;

    DriftTasks(Tasks tasks, Snapshots snapshots, FiguredDocuments documents, Baselines baselines,
            DriftProperties properties) {
        this.tasks = tasks;
        this.snapshots = snapshots;
        this.documents = documents;
        this.baselines = baselines;
        this.tolerance = new Tolerance(properties.driftPoints(), properties.driftPercent());
    }

    /** Opens, revises and settles tasks; doing so again changes nothing. What people close meanwhile is looked at once more. */
    void follow(LiveSite site, Snapshot newest) {
        Map<DocumentId, String> seenTo = tasks.lastSeenTo(TaskKind.FIGURE_DRIFT, SUBJECT);
        Map<DocumentId, String> before;
        do {
            before = seenTo;
            follow(site, newest, seenTo);
            seenTo = tasks.lastSeenTo(TaskKind.FIGURE_DRIFT, SUBJECT);
        } while (!seenTo.equals(before));
    }

    private void follow(LiveSite site, Snapshot newest, Map<DocumentId, String> seenTo) {
        Map<DocumentId, ReviewTask> open = tasks.openOnes(TaskKind.FIGURE_DRIFT, SUBJECT).stream().collect(Collectors
                .toMap(task -> task.matter().document(), Function.identity()));
        Set<DocumentId> moved = new HashSet<>();
        Map<DocumentId, Integer> older = olderThan(newest, site, seenTo);
        Map<Integer, List<FiguredDocument>> byBaseline = documents.of(site.documents().stream().filter(
                document -> older.containsKey(new DocumentId(document.id()))).toList()).stream().collect(Collectors
                        .groupingBy(document -> Objects.requireNonNull(older.get(document.id()))));
        byBaseline.forEach((number, old) -> {
            Snapshot before = kept(number);
            for (FiguredDocument document : old) {
                List<Movement> movements = document.between(before, newest, tolerance);
                if (!movements.isEmpty()) {
                    moved.add(document.id());
                    String why = DriftText.of(movements, before, newest);
                    tell(document.id(), Optional.ofNullable(open.get(document.id())), newest, why);
                }
            }
        });
        tasks.settle(TaskKind.FIGURE_DRIFT, SUBJECT, moved);
    }

    /** A snapshot, or where it was dropped the next one that is kept. */
    private Snapshot kept(int number) {
        return snapshots.get(snapshots.after(number - 1, 1).getFirst().number());
    }

    /** The live documents whose figures were last seen to in an older snapshot, each with that snapshot's number. */
    private Map<DocumentId, Integer> olderThan(Snapshot newest, LiveSite site, Map<DocumentId, String> seenTo) {
        Map<DocumentId, Integer> older = new HashMap<>();
        for (LiveDocument document : site.documents()) {
            DocumentId id = new DocumentId(document.id());
            String occasion = seenTo.get(id);
            int baseline = baselines.of(document.publishedAt(), occasion == null ? null : Integer.valueOf(occasion));
            if (baseline < newest.number()) {
                older.put(id, baseline);
            }
        }
        return older;
    }

    private void tell(DocumentId document, Optional<ReviewTask> open, Snapshot newest, String why) {
        String occasion = Integer.toString(newest.number());
        if (open.isEmpty()) {
            Optional<ReviewTask> _ = tasks.open(new Matter(TaskKind.FIGURE_DRIFT, document, SUBJECT), occasion, why);
        } else if (!open.get().occasion().equals(occasion) || !open.get().why().equals(why)) {
            // One that is closed at this very moment is looked at once more.
            boolean _ = tasks.revise(open.get(), occasion, why);
        }
    }
}
