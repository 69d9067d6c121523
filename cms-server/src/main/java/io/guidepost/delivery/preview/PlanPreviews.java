package io.guidepost.delivery.preview;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.Head;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Referrers;
import io.guidepost.release.plan.PlanId;
import io.guidepost.release.plan.PlanState;
import io.guidepost.release.plan.PlannedRelease;
import io.guidepost.release.plan.Planning;
import io.guidepost.security.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What planned releases would make of the live site, whether or not anything stands in their way. */
@Component
class PlanPreviews {

    private static final Actor PREVIEW = Actor.system("preview");

    private final Planning planning;
    private final Documents documents;
    private final Clock clock;

    PlanPreviews(Planning planning, Documents documents, Clock clock) {
        this.planning = planning;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The site after the release: each document in the version that the plan names, or else as its working copy is.
     *
     * @throws io.guidepost.release.plan.UnknownPlanException if there is no such plan
     * @throws UnknownPreviewException if it is released or cancelled already
     */
    LiveSite site(PlanId id, LiveSite live) {
        PlannedRelease plan = unfinished(id);
        List<Change> publishing = plan.changes().stream().filter(change -> change.action() == Action.PUBLISH).toList();
        return Overlay.over(live, heads(publishing), withdrawn(plan, live), clock.instant());
    }

    private PlannedRelease unfinished(PlanId id) {
        PlannedRelease plan = planning.get(PREVIEW, id);
        return switch (plan.state()) {
            case PlanState.Open _,PlanState.Scheduled _,PlanState.Held _ -> plan;
            case PlanState.Released(int release, var _) -> throw new UnknownPreviewException(
                    "The planned release has been made, as release " + release + "; there is nothing left to preview.");
            case PlanState.Cancelled _ -> throw new UnknownPreviewException("The planned release was cancelled.");
        };
    }

    private List<Head> heads(List<Change> publishing) {
        Map<DocumentId, Head> current = documents.heads(publishing.stream().map(Change::document).toList()).stream()
                .collect(Collectors.toMap(Head::id, Function.identity()));
        return publishing.stream().flatMap(change -> Optional.ofNullable(current.get(change.document()))
                .flatMap(head -> version(head, change)).stream()).toList();
    }

    private Optional<Head> version(Head head, Change change) {
        return change.version() == null || change.version() == head.version()
                ? Optional.of(head)
                : documents.version(change.document(), change.version()).map(Head::of);
    }

    private static List<String> withdrawn(PlannedRelease plan, LiveSite live) {
        List<Entry> named = new ArrayList<>();
        for (Change change : plan.changes()) {
            live.byId(change.document().value())
                    .ifPresent(document -> named.add(change.action() == Action.PUBLISH
                            ? Entry.publish(document)
                            : Entry.withdraw(document.id(), document.type(), document.slug(), document.title())));
        }
        List<Entry> along = plan.content().withReferrers() ? Referrers.of(live, named) : List.of();
        return Stream.concat(named.stream(), along.stream()).filter(entry -> entry.action() == Action.WITHDRAW)
                .map(Entry::document).toList();
    }
}
