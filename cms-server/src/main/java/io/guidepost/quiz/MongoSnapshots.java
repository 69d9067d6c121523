package io.guidepost.quiz;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.guidepost.storage.Inserts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Collection {@code snapshots}: {@code {_id: <number>, at, quiz: <version>, site: {respondents, countries}, parts:
 * {<role>: "<role>@<snapshot>"}}}, without {@code site} where suppressed.
 *
 * <p>The parts are written before the snapshot that names them. Numbers grow; one whose taking was cut short between the
 * two is passed over.
 */
@Component
class MongoSnapshots implements Snapshots {

    private static final int KEPT_IN_MEMORY = 64;

    private final MongoCollection<Document> collection;
    private final MongoRoleParts parts;
    private final Quizzes quizzes;
    private final Counting counting;
    private final Clock clock;
    private final Duration poll;
    private final Cache<Integer, Snapshot> memory = Caffeine.newBuilder().maximumSize(KEPT_IN_MEMORY).build();
    private volatile Seen seen = new Seen(0, Instant.MIN);

    MongoSnapshots(MongoDatabase database, MongoRoleParts parts, Quizzes quizzes, Responses responses, Clock clock,
            QuizProperties properties) {
        this.collection = database.getCollection("snapshots");
        this.parts = parts;
        this.quizzes = quizzes;
        this.counting = new Counting(responses, new Suppression(properties.suppressBelow()));
        this.clock = clock;
        this.poll = properties.poll();
    }

    @Override
    public Snapshot latest() {
        Instant now = clock.instant();
        Seen last = seen;
        if (now.isBefore(last.due())) {
            return get(last.number());
        }
        return get(saw(newestNumber(), now));
    }

    @Override
    public Snapshot get(int number) {
        if (number == 0) {
            return Snapshot.empty();
        }
        return memory.get(number, this::load);
    }

    @Override
    public List<SnapshotSummary> newest(int limit) {
        return summaries(collection.find().sort(Sorts.descending("_id")).limit(limit));
    }

    @Override
    public List<SnapshotSummary> after(int number, int limit) {
        return summaries(collection.find(Filters.gt("_id", number)).sort(Sorts.ascending("_id")).limit(limit));
    }

    private static List<SnapshotSummary> summaries(FindIterable<Document> found) {
        return found.projection(Projections.exclude("parts")).map(stored -> {
            SiteStatistics site = site(stored);
            return new SnapshotSummary(stored.getInteger("_id"), site.asOf(), stored.getInteger("quiz"),
                    site.respondents(), site.countries());
        }).into(new ArrayList<>());
    }

    @Override
    public Snapshot take() {
        Quiz quiz = quizzes.current();
        int number = newestNumber() + 1;
        while (true) {
            Optional<Snapshot> taken = take(quiz, number);
            if (taken.isPresent()) {
                memory.put(number, taken.get());
                saw(number, clock.instant());
                return taken.get();
            }
            number = Math.max(number, newestNumber()) + 1;
        }
    }

    /** Takes the snapshot under that number, or none if the number is taken. */
    private Optional<Snapshot> take(Quiz quiz, int number) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SiteStatistics site = counting.site(at);
        Map<String, RolePart> counted = counting.count(quiz, number, at, newestParts());
        boolean free = counted.values().stream().filter(part -> part.snapshot() == number).allMatch(parts::insert)
                && Inserts.ifAbsent(collection, document(number, quiz, site, counted));
        return free ? Optional.of(snapshot(number, site, counted, quiz)) : Optional.empty();
    }

    /** Remembers the newest number, which never goes back, whoever else saw one meanwhile; gives it back. */
    private synchronized int saw(int number, Instant now) {
        int newest = Math.max(number, seen.number());
        seen = new Seen(newest, now.plus(poll));
        return newest;
    }

    private int newestNumber() {
        Document newest = collection.find().sort(Sorts.descending("_id")).projection(Projections.include("_id"))
                .first();
        return newest == null ? 0 : newest.getInteger("_id");
    }

    private Map<String, RolePart> newestParts() {
        Document newest = collection.find().sort(Sorts.descending("_id")).first();
        return newest == null ? Map.of() : parts(newest);
    }

    private Snapshot load(int number) {
        Document stored = collection.find(Filters.eq("_id", number)).first();
        if (stored == null) {
            throw new UnknownSnapshotException(number);
        }
        int version = stored.getInteger("quiz");
        Quiz quiz = quizzes.version(version)
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of the quiz is missing"));
        return snapshot(number, site(stored), parts(stored), quiz);
    }

    private Map<String, RolePart> parts(Document stored) {
        Document ids = stored.get("parts", Document.class);
        return parts.load(ids.values().stream().map(String.class::cast).toList());
    }

    private static Snapshot snapshot(int number, SiteStatistics site, Map<String, RolePart> counted, Quiz quiz) {
        Map<String, RoleStatistics> roles = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (Quiz.Role role : quiz.roles()) {
            RolePart part = counted.get(role.key());
            if (part != null) {
                roles.put(role.key(), RoleStatistics.of(part, quiz));
                ids.put(role.key(), part.id());
            }
        }
        return new Snapshot(number, site, roles, ids);
    }

    private static Document document(int number, Quiz quiz, SiteStatistics site, Map<String, RolePart> counted) {
        Document ids = new Document();
        counted.forEach((role, part) -> ids.append(role, part.id()));
        Document stored = new Document("_id", number).append("at", Date.from(site.asOf()))
                .append("quiz", quiz.version())
                .append("parts", ids);
        return site.suppressed()
                ? stored
                : stored.append("site",
                        new Document("respondents", site.respondents()).append("countries", site.countries()));
    }

    private static SiteStatistics site(Document stored) {
        Instant at = stored.getDate("at").toInstant();
        Document site = stored.get("site", Document.class);
        return site == null
                ? new SiteStatistics(0, 0, true, at)
                : new SiteStatistics(site.getInteger("respondents"), site.getInteger("countries"), false, at);
    }

    /** The newest number known, and when to look again. */
    private record Seen(int number, Instant due) {}
}
