package io.guidepost.release;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.github.benmanes.caffeine.cache.Interner;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Keeps releases in the collection {@code releases}. The insert of one document is what makes a release atomic:
 *
 * {@snippet lang=json :
 * {"_id": 7, "at": {"$date": "2026-02-28T09:30:00Z"}, "by": "ada", "message": "Spring update", "entries": [
 *   {"document": "guide-ai-specialist", "type": "RoleGuide", "slug": "ai-specialist", "title": "AI specialist",
 *    "action": "publish", "publication": "guide-ai-specialist@4",
 *    "references": [{"type": "Faq", "bySlug": false, "keys": ["faq-degree", "faq-salary"]}]}]}
 * }
 *
 * One that was planned has the id of the plan under {@code plan}, unique among all; one that takes back another has that one's
 * number under {@code rollsBack}.
 */
@Repository
class MongoReleaseLog implements ReleaseLog {

    /** Many documents refer to the same ones. */
    private static final Interner<Target> TARGETS = Interner.newWeakInterner();

    private final MongoCollection<Document> releases;

    MongoReleaseLog(MongoDatabase database) {
        this.releases = database.getCollection("releases");
        releases.createIndex(Indexes.ascending("plan"), new IndexOptions().unique(true).sparse(true));
    }

    @Override
    public boolean append(Release release) {
        return Inserts.ifAbsent(releases, stored(release));
    }

    @Override
    public List<Release> after(int number, int limit) {
        // The log has no gaps. A look at one id is cheap on every database, and the answer is nearly always that it is not there.
        if (releases.find(eq("_id", number + 1)).projection(include("_id")).first() == null) {
            return List.of();
        }
        return releases.find(gt("_id", number)).sort(ascending("_id")).limit(limit).map(MongoReleaseLog::release)
                .into(new ArrayList<>());
    }

    @Override
    public List<ReleaseSummary> before(int number, int limit) {
        return releases.find(lt("_id", number)).sort(descending("_id")).limit(limit)
                .projection(include("at", "by", "message", "plan", "rollsBack", "entries.action"))
                .map(MongoReleaseLog::summary).into(new ArrayList<>());
    }

    @Override
    public Optional<Release> find(int number) {
        return Optional.ofNullable(releases.find(eq("_id", number)).map(MongoReleaseLog::release).first());
    }

    @Override
    public Optional<Release> ofPlan(String plan) {
        return Optional.ofNullable(releases.find(eq("plan", plan)).map(MongoReleaseLog::release).first());
    }

    @Override
    public int latest() {
        Document newest = releases.find().sort(descending("_id")).projection(include("_id")).first();
        return newest == null ? 0 : newest.getInteger("_id");
    }

    private static Document stored(Release release) {
        List<Document> entries = release.entries().stream().map(MongoReleaseLog::stored).toList();
        Document stored = new Document("_id", release.number()).append("at", Date.from(release.at()))
                .append("by", release.by()).append("message", release.message()).append("entries", entries);
        if (release.plan() != null) {
            stored.append("plan", release.plan());
        }
        if (release.rollsBack() != null) {
            stored.append("rollsBack", release.rollsBack());
        }
        return stored;
    }

    private static Document stored(Entry entry) {
        return new Document("document", entry.document()).append("type", entry.type()).append("slug", entry.slug())
                .append("title", entry.title()).append("action", entry.action().stored())
                .append("publication", entry.publication()).append("references", stored(entry.references()));
    }

    /** References that follow one another and differ in their keys only are together, for a document has many of a kind. */
    private static List<Document> stored(List<Target> references) {
        List<Document> stored = new ArrayList<>();
        List<String> keys = List.of();
        Target before = null;
        for (Target target : references) {
            if (before == null || !target.type().equals(before.type()) || target.bySlug() != before.bySlug()) {
                keys = new ArrayList<>();
                stored.add(new Document("type", target.type()).append("bySlug", target.bySlug()).append("keys", keys));
            }
            keys.add(target.key());
            before = target;
        }
        return stored;
    }

    private static Stream<Target> references(Document stored) {
        String type = stored.getString("type");
        boolean bySlug = stored.getBoolean("bySlug");
        // A log that was begun long ago has one reference in each.
        List<String> keys = stored.containsKey("key")
                ? List.of(stored.getString("key"))
                : stored.getList("keys", String.class);
        return keys.stream().map(key -> TARGETS.intern(new Target(type, key, bySlug)));
    }

    private static ReleaseSummary summary(Document stored) {
        Map<Action, Long> actions = stored.getList("entries", Document.class).stream()
                .collect(Collectors.groupingBy(entry -> Action.ofStored(entry.getString("action")),
                        Collectors.counting()));
        return new ReleaseSummary(stored.getInteger("_id"),
                Objects.requireNonNull(stored.getDate("at")).toInstant(), stored.getString("by"),
                stored.getString("message"), stored.getString("plan"), stored.getInteger("rollsBack"),
                Math.toIntExact(actions.getOrDefault(Action.PUBLISH, 0L)),
                Math.toIntExact(actions.getOrDefault(Action.WITHDRAW, 0L)));
    }

    private static Release release(Document stored) {
        Instant at = Objects.requireNonNull(stored.getDate("at")).toInstant();
        List<Entry> entries = stored.getList("entries", Document.class).stream().map(MongoReleaseLog::entry).toList();
        return new Release(stored.getInteger("_id"), at, stored.getString("by"), stored.getString("message"),
                stored.getString("plan"), stored.getInteger("rollsBack"), entries);
    }

    private static Entry entry(Document stored) {
        List<Target> references = stored.getList("references", Document.class).stream()
                .flatMap(MongoReleaseLog::references).toList();
        return new Entry(stored.getString("document"), stored.getString("type"), stored.getString("slug"),
                stored.getString("title"), Action.ofStored(stored.getString("action")),
                stored.getString("publication"), references);
    }
}
