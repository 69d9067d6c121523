package io.guidepost.release.plan;

import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is stored:
 *
 * {@snippet lang=json :
 * {"_id": "0198c9c1-5e4d-7a60-b3a6-1d0a5c3f7b10", "name": "December", "note": "", "withReferrers": false,
 *  "changes": [{"document": "guide-ai-specialist", "action": "publish", "version": null}],
 *  "state": {"name": "Scheduled", "due": {"$date": "2026-12-01T08:00:00Z"}, "zone": "Europe/Berlin", "by": "linus",
 *            "at": {"$date": "2026-11-20T10:00:00Z"},
 *            "pinned": [{"document": "guide-ai-specialist", "action": "publish", "version": 4}],
 *            "claim": {"node": "f7a1…", "until": {"$date": "2026-12-01T08:00:01Z"}}},
 *  "version": 3, "createdBy": "ada", "createdAt": {"$date": "2026-11-19T10:00:00Z"},
 *  "changedBy": "linus", "changedAt": {"$date": "2026-11-20T10:00:00Z"}}
 * }
 */
final class MongoStoredPlan {

    private MongoStoredPlan() {}

    /** All but the id. */
    static Document write(PlannedRelease plan) {
        return new Document("name", plan.content().name()).append("note", plan.content().note())
                .append("withReferrers", plan.content().withReferrers())
                .append("changes", plan.content().changes().stream().map(MongoStoredPlan::write).toList())
                .append("state", write(plan.state())).append("version", plan.version())
                .append("createdBy", plan.createdBy().value()).append("createdAt", Date.from(plan.createdAt()))
                .append("changedBy", plan.changedBy().value()).append("changedAt", Date.from(plan.changedAt()));
    }

    static PlannedRelease read(Document stored) {
        PlannedRelease.Content content = new PlannedRelease.Content(stored.getString("name"), stored.getString("note"),
                stored.getBoolean("withReferrers"), changes(stored, "changes"));
        return new PlannedRelease(new PlanId(stored.getString("_id")), content,
                state(Objects.requireNonNull(stored.get("state", Document.class))), stored.getInteger("version"),
                person(stored, "createdBy"), instant(stored, "createdAt"), person(stored, "changedBy"),
                instant(stored, "changedAt"));
    }

    private static Document write(Change change) {
        return new Document("document", change.document().value())
                .append("action", change.action().name().toLowerCase(Locale.ROOT))
                .append("version", change.version());
    }

    private static Document write(PlanState state) {
        Document stored = new Document("name", state.getClass().getSimpleName());
        return switch (state) {
            case PlanState.Open _ -> stored;
            case PlanState.Scheduled scheduled -> write(scheduled, stored);
            case PlanState.Held(Due due, PersonId by, List<ReleaseProblem> problems, Instant at) -> due(stored, due)
                    .append("by", by.value()).append("at", Date.from(at))
                    .append("problems", problems.stream().map(MongoStoredPlan::write).toList());
            case PlanState.Released(int release, Instant at) -> stored.append("release", release)
                    .append("at", Date.from(at));
            case PlanState.Cancelled(PersonId by, Instant at) -> stored.append("by", by.value())
                    .append("at", Date.from(at));
        };
    }

    private static Document write(PlanState.Scheduled scheduled, Document stored) {
        due(stored, scheduled.due()).append("by", scheduled.by().value()).append("at", Date.from(scheduled.at()));
        if (scheduled.pinned() != null) {
            stored.append("pinned", scheduled.pinned().stream().map(MongoStoredPlan::write).toList());
        }
        if (scheduled.claim() != null) {
            stored.append("claim", new Document("node", scheduled.claim().node()).append("until",
                    Date.from(scheduled.claim().until())));
        }
        return stored;
    }

    private static Document due(Document stored, Due due) {
        return stored.append("due", Date.from(due.at())).append("zone", due.zone().getId());
    }

    private static Document write(ReleaseProblem problem) {
        return new Document("document", problem.document()).append("pointer", problem.pointer())
                .append("code", problem.code()).append("message", problem.message())
                .append("referrers", problem.referrers());
    }

    private static PlanState state(Document stored) {
        String name = stored.getString("name");
        return switch (name) {
            case "Open" -> new PlanState.Open();
            case "Scheduled" -> new PlanState.Scheduled(due(stored), person(stored, "by"), instant(stored, "at"),
                    stored.containsKey("pinned") ? changes(stored, "pinned") : null,
                    claim(stored.get("claim", Document.class)));
            case "Held" -> new PlanState.Held(due(stored), person(stored, "by"),
                    stored.getList("problems", Document.class).stream().map(MongoStoredPlan::problem).toList(),
                    instant(stored, "at"));
            case "Released" -> new PlanState.Released(stored.getInteger("release"), instant(stored, "at"));
            case "Cancelled" -> new PlanState.Cancelled(person(stored, "by"), instant(stored, "at"));
            default -> throw new IllegalStateException("Unknown state of a planned release: " + name);
        };
    }

    private static PlanState.@Nullable Claim claim(@Nullable Document stored) {
        return stored == null
                ? null
                : new PlanState.Claim(stored.getString("node"), instant(stored, "until"));
    }

    private static ReleaseProblem problem(Document stored) {
        return new ReleaseProblem(stored.getString("document"), stored.getString("pointer"), stored.getString("code"),
                stored.getString("message"), stored.getList("referrers", String.class));
    }

    private static List<Change> changes(Document stored, String field) {
        return stored.getList(field, Document.class).stream()
                .map(change -> new Change(new DocumentId(change.getString("document")),
                        Action.valueOf(change.getString("action").toUpperCase(Locale.ROOT)),
                        change.getInteger("version")))
                .toList();
    }

    private static Due due(Document stored) {
        return new Due(instant(stored, "due"), ZoneId.of(stored.getString("zone")));
    }

    private static PersonId person(Document stored, String field) {
        return new PersonId(stored.getString(field));
    }

    private static Instant instant(Document stored, String field) {
        return Objects.requireNonNull(stored.getDate(field)).toInstant();
    }
}
