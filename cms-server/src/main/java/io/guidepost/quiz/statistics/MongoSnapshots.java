package io.guidepost.quiz.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.ForgottenChangesException;
import io.guidepost.quiz.response.Responses;
import io.guidepost.storage.Inserts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Collection {@code snapshots}: {@code {_id: <number>, at, available, quiz: <version>, earlier: <number>, site: {respondents, countries},
 * parts: {<role>: <id>}, basis: {upTo, suppressBelow, respondents, countries: {<country>: <count>}, roles: {<role>: {counts, n, turns}}}}},
 * without {@code site} where suppressed, and without {@code basis} once there is a later one.
 *
 * <p>Counts and parts are written before the snapshot that names them, so that one whose taking was cut short does no harm; what it leaves
 * is dropped later. A snapshot is counted from the one before it and takes the next number, which only one can.
 */
@Component
class MongoSnapshots implements Snapshots {

    /** A role is compared with what it was so long ago at least. */
    static final Duration PERIOD = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(MongoSnapshots.class);
    private static final int KEPT_IN_MEMORY = 64;
    private static final int ROLES_IN_MEMORY = 2_000;
    private static final int LOOKED_AT = 100;

    private final MongoCollection<Document> collection;
    private final MongoRoleParts parts;
    private final MongoRoleCounts counts;
    private final Quizzes quizzes;
    private final Responses responses;
    private final MongoTakings takings;
    private final Suppression suppression;
    private final Counting counting;
    private final Clock clock;
    private final Duration poll;
    private final FigureFormat format;
    private final Cache<Integer, Snapshot> memory = Caffeine.newBuilder().maximumSize(KEPT_IN_MEMORY).build();
    private final Cache<Compared, RoleStatistics> roles = Caffeine.newBuilder().maximumSize(ROLES_IN_MEMORY).build();
    private final ReentrantLock taking = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen = Seen.NOTHING;

    MongoSnapshots(MongoDatabase database, MongoRoleParts parts, MongoRoleCounts counts, Quizzes quizzes,
            Responses responses, Clock clock, StatisticsProperties properties) {
        this.collection = database.getCollection("snapshots");
        this.parts = parts;
        this.counts = counts;
        this.quizzes = quizzes;
        this.responses = responses;
        this.takings = new MongoTakings(database, parts, counts, quizzes, responses, clock);
        this.suppression = new Suppression(properties.suppressBelow());
        this.counting = new Counting(responses, suppression, counts, parts);
        this.clock = clock;
        this.poll = properties.poll();
        this.format = properties.format();
    }

    /**
     * The figures of a role beside those of an earlier period.
     *
     * @param part the id of its part
     * @param earlier the id of its part then; null: there is none
     * @param quizVersion whose words they are told in
     */
    private record Compared(String part, @Nullable String earlier, int quizVersion) {

        String id() {
            return earlier == null ? part : part + " after " + earlier;
        }
    }

    @Override
    public Snapshot latest() {
        Seen last = seen;
        if (clock.instant().isBefore(last.due())) {
            return get(last.number());
        }
        return last.equals(Seen.NOTHING) ? look() : lookAlone(last);
    }

    /** One reader at a time waits for the storage, which may be slow or away; the others go on with what was seen last. */
    private Snapshot lookAlone(Seen last) {
        if (!looking.tryLock()) {
            return get(last.number());
        }
        try {
            return look();
        } catch (RuntimeException failure) {
            LOG.debug("The newest snapshot cannot be looked for", failure);
            return get(saw(last.number(), clock.instant()));
        } finally {
            looking.unlock();
        }
    }

    /** Looks whether another node took one; whoever does so ahead spares those who ask for the newest to wait for the storage. */
    Snapshot look() {
        looking.lock();
        try {
            int newest = newestNumber();
            // In memory before anybody is sent to it.
            Snapshot _ = get(newest);
            return get(saw(newest, clock.instant()));
        } finally {
            looking.unlock();
        }
    }

    @Override
    public Snapshot get(int number) {
        if (number == 0) {
            return Snapshot.empty();
        }
        return memory.get(number, this::load);
    }

    @Override
    public List<SnapshotSummary> before(int number, int limit) {
        return summaries(Filters.lt("_id", number), Sorts.descending("_id"), limit);
    }

    @Override
    public List<SnapshotSummary> after(int number, int limit) {
        return summaries(Filters.gt("_id", number), Sorts.ascending("_id"), limit);
    }

    private List<SnapshotSummary> summaries(Bson which, Bson order, int limit) {
        return collection.find(which).sort(order).limit(limit).projection(Projections.exclude("parts", "basis"))
                .map(MongoSnapshotForm::summary).into(new ArrayList<>());
    }

    @Override
    public boolean isBehind() {
        Document last = collection.find().sort(Sorts.descending("_id")).first();
        Basis basis = last == null ? null : MongoSnapshotForm.basis(last);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return basis == null || responses.newest() > basis.upTo() || basis.quizVersion() != quizzes.current().version()
                || basis.suppressBelow() != suppression.below()
                || basis.roles().values().stream().anyMatch(role -> role.hasTurnedBy(today));
    }

    @Override
    public Snapshot take() {
        return take(false);
    }

    @Override
    public Snapshot recount() {
        return take(true);
    }

    private Snapshot take(boolean recount) {
        taking.lock();
        try {
            boolean anew = recount;
            String suffix = "";
            while (true) {
                try {
                    Optional<Snapshot> taken = attempt(anew, suffix);
                    if (taken.isPresent()) {
                        return taken.get();
                    }
                } catch (InconsistentCountsException inconsistent) {
                    if (anew) {
                        throw inconsistent;
                    }
                    LOG.warn("The statistics do not add up and are counted anew", inconsistent);
                    anew = true;
                }
                suffix = "-" + new ObjectId();
            }
        } finally {
            taking.unlock();
        }
    }

    /**
     * Takes a snapshot.
     *
     * @return nothing if another one was taken meanwhile, or what was cut short is in the way
     * @throws InconsistentCountsException if there is no going on from the snapshot before
     */
    private Optional<Snapshot> attempt(boolean anew, String suffix) {
        Document last = collection.find().sort(Sorts.descending("_id")).first();
        int number = last == null ? 1 : last.getInteger("_id") + 1;
        Instant at = now();
        long upTo = responses.newest();
        // Whatever a response up to there says, the quiz had before it was taken in.
        Quiz quiz = quizzes.newest();
        Basis from = last == null ? null : MongoSnapshotForm.basis(last);
        Counting.Task task = new Counting.Task(number, at, upTo, quiz, suffix, from == null ? null : from.population());
        takings.begin(task);
        Map<String, String> shown = last == null ? Map.of() : MongoSnapshotForm.parts(last);
        Optional<Basis> counted;
        try {
            counted = counting.count(task, anew ? null : from, shown);
        } catch (ForgottenChangesException late) {
            return Optional.empty();
        } catch (InconsistentCountsException inconsistent) {
            if (newestNumber() >= number) {
                return Optional.empty();
            }
            throw inconsistent;
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Basis basis = counted.get();
        int earlier = earlier(last, at);
        Document stored = MongoSnapshotForm.document(task, basis, counting.site(basis, at), now(), earlier);
        if (!Inserts.ifAbsent(collection, stored)) {
            return Optional.empty();
        }
        tidy(number, from, basis);
        Snapshot snapshot = snapshot(stored);
        memory.put(number, snapshot);
        saw(number, clock.instant());
        return Optional.of(snapshot);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Drops what takings have left behind that were cut short, or whose number another took. */
    void dropLeftovers() {
        takings.dropLeftovers();
    }

    /** Lets go of what only the snapshot before needed. */
    private void tidy(int number, @Nullable Basis before, Basis now) {
        responses.forget(now.upTo());
        collection.updateOne(Filters.eq("_id", number - 1), Updates.unset("basis"));
        if (before != null) {
            Set<String> old = new HashSet<>();
            before.roles().values().forEach(role -> old.add(role.counts()));
            now.roles().values().forEach(role -> old.remove(role.counts()));
            counts.drop(old);
        }
    }

    /** The newest snapshot that is old enough to be compared with; 0: there is none. */
    private int earlier(@Nullable Document last, Instant at) {
        Instant latest = at.minus(PERIOD);
        int found = last == null ? 0 : last.getInteger("earlier", 0);
        while (true) {
            List<Document> next = collection.find(Filters.gt("_id", found)).sort(Sorts.ascending("_id")).limit(
                    LOOKED_AT).projection(Projections.include("at")).into(new ArrayList<>());
            int before = found;
            for (Document snapshot : next) {
                if (snapshot.getDate("at").toInstant().isAfter(latest)) {
                    return found;
                }
                found = snapshot.getInteger("_id");
            }
            if (found == before) {
                return found;
            }
        }
    }

    /** Those that some snapshots are compared with. */
    Set<Integer> earlier(Collection<Integer> numbers) {
        Set<Integer> earlier = new HashSet<>();
        for (Document stored : collection.find(Filters.in("_id", numbers)).projection(Projections.include("earlier"))) {
            int number = stored.getInteger("earlier", 0);
            if (number > 0) {
                earlier.add(number);
            }
        }
        return earlier;
    }

    /**
     * Drops a snapshot, with the parts that no other one shows: only the one before and the one after can, as a part is shown by snapshots
     * that follow one another.
     */
    void drop(int number) {
        Document stored = collection.find(Filters.eq("_id", number)).first();
        if (stored == null) {
            return;
        }
        Set<String> own = new HashSet<>(MongoSnapshotForm.parts(stored).values());
        shownBy(collection.find(Filters.lt("_id", number)).sort(Sorts.descending("_id")).first()).forEach(own::remove);
        shownBy(collection.find(Filters.gt("_id", number)).sort(Sorts.ascending("_id")).first()).forEach(own::remove);
        collection.deleteOne(Filters.eq("_id", number));
        memory.invalidate(number);
        parts.drop(own);
    }

    private static Collection<String> shownBy(@Nullable Document snapshot) {
        return snapshot == null ? List.of() : MongoSnapshotForm.parts(snapshot).values();
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

    private Snapshot load(int number) {
        Document stored = collection.find(Filters.eq("_id", number)).projection(Projections.exclude("basis")).first();
        if (stored == null) {
            throw new UnknownSnapshotException(number);
        }
        return snapshot(stored);
    }

    private Snapshot snapshot(Document stored) {
        int number = stored.getInteger("_id");
        int version = stored.getInteger("quiz");
        Quiz quiz = quizzes.version(version)
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of the quiz is missing"));
        int earlier = stored.getInteger("earlier", 0);
        Map<String, String> then = earlier == 0 ? Map.of() : earlierPartIds(earlier);
        Map<String, String> now = MongoSnapshotForm.parts(stored);
        Map<String, Compared> compared = new HashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (Quiz.Role role : quiz.roles()) {
            String part = now.get(role.key());
            if (part != null) {
                Compared figures = new Compared(part, then.get(role.key()), version);
                compared.put(role.key(), figures);
                ids.put(role.key(), figures.id());
            }
        }
        return new Snapshot(number, version, MongoSnapshotForm.site(stored), ids,
                wanted -> statistics(number, wanted, compared, quiz), format);
    }

    private Map<String, String> earlierPartIds(int number) {
        Document stored = collection.find(Filters.eq("_id", number)).projection(Projections.include("parts")).first();
        return stored == null ? Map.of() : MongoSnapshotForm.parts(stored);
    }

    /** The statistics of some roles of a snapshot; where one is missing, another node has dropped the snapshot. */
    private Map<String, RoleStatistics> statistics(int number, Collection<String> wanted,
            Map<String, Compared> compared, Quiz quiz) {
        Map<String, RoleStatistics> found = new HashMap<>();
        List<Compared> missing = new ArrayList<>();
        for (String role : wanted) {
            Compared figures = Objects.requireNonNull(compared.get(role));
            RoleStatistics known = roles.getIfPresent(figures);
            if (known == null) {
                missing.add(figures);
            } else {
                found.put(role, known);
            }
        }
        if (missing.isEmpty()) {
            return found;
        }
        Map<String, RolePart> now = parts.load(missing.stream().map(Compared::part).toList());
        if (now.size() < missing.size()) {
            memory.invalidate(number);
            throw new UnknownSnapshotException(number);
        }
        Map<String, RolePart> then = parts.load(missing.stream().map(Compared::earlier).filter(Objects::nonNull)
                .toList());
        now.forEach((role, part) -> {
            RoleStatistics statistics = RoleStatistics.of(part, quiz, then.get(role), format);
            roles.put(Objects.requireNonNull(compared.get(role)), statistics);
            found.put(role, statistics);
        });
        return found;
    }

    /** The newest number known, and when to look again. */
    private record Seen(int number, Instant due) {

        static final Seen NOTHING = new Seen(0, Instant.MIN);
    }
}
