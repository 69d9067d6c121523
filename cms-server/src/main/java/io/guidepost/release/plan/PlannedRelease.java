package io.guidepost.release.plan;

import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Change;
import io.guidepost.release.Release;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named set of changes that are to be released together.
 *
 * @param id the plan's id
 * @param content what is planned
 * @param state where it stands
 * @param version counted from 1; every change makes the next, those of the state included
 * @param createdBy who has begun it
 * @param createdAt when
 * @param changedBy who made this version
 * @param changedAt when
 */
public record PlannedRelease(PlanId id, Content content, PlanState state, int version, PersonId createdBy,
        Instant createdAt, PersonId changedBy, Instant changedAt) {

    /**
     * What is planned.
     *
     * @param name what the plan goes by, and the release's message
     * @param note whatever those who prepare it want to tell each other
     * @param withReferrers whether whatever refers to a withdrawn document is withdrawn along with it
     * @param changes one a document
     */
    public record Content(String name, String note, boolean withReferrers, List<Change> changes) {

        /** Strips the name and checks that it is there, and that no document is named twice. */
        public Content {
            name = name.strip();
            changes = List.copyOf(changes);
            if (name.isEmpty() || name.length() > 200) {
                throw new MalformedPlanException("The name of a planned release has 1 to 200 characters.");
            }
            if (note.length() > 5_000) {
                throw new MalformedPlanException("The note of a planned release has 5,000 characters at most.");
            }
            if (changes.size() > ReleaseRequest.MAX_CHANGES) {
                throw new MalformedPlanException(
                        "A planned release changes " + ReleaseRequest.MAX_CHANGES + " documents at most.");
            }
            Set<DocumentId> seen = new HashSet<>();
            for (Change change : changes) {
                if (!seen.add(change.document())) {
                    throw new MalformedPlanException(
                            "The planned release names document " + change.document().value() + " twice.");
                }
            }
        }
    }

    static PlannedRelease open(Content content, PersonId by, Instant at) {
        return new PlannedRelease(PlanId.generated(), content, new PlanState.Open(), 1, by, at, by, at);
    }

    PlannedRelease moved(PlanState to, PersonId by, Instant at) {
        return new PlannedRelease(id, content, to, version + 1, createdBy, createdAt, by, at);
    }

    PlannedRelease changed(Content to, PersonId by, Instant at) {
        return new PlannedRelease(id, to, new PlanState.Open(), version + 1, createdBy, createdAt, by, at);
    }

    /** The plan as the log, which is right whatever the state was, says that it is. */
    PlannedRelease released(Release release) {
        return moved(new PlanState.Released(release.number(), release.at()), new PersonId(release.by()), release.at());
    }

    /** What is to change: once it is scheduled with what was seen then, just that. */
    public List<Change> changes() {
        return state instanceof PlanState.Scheduled scheduled && scheduled.pinned() != null
                ? scheduled.pinned()
                : content.changes();
    }

    /** What is to be released: once it is scheduled, just what was seen then, but for what has gone live so in the meantime. */
    ReleaseRequest request() {
        return state instanceof PlanState.Scheduled scheduled && scheduled.pinned() != null
                ? new ReleaseRequest(scheduled.pinned(), content.name(), false, true)
                : new ReleaseRequest(content.changes(), content.name(), content.withReferrers());
    }
}
