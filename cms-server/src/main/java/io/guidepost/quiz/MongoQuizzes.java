package io.guidepost.quiz;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.guidepost.storage.Inserts;
import io.guidepost.storage.JsonBson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collection {@code quizzes}: {@code {_id: <version>, quiz: {version, backgrounds, roles, questions}}}.
 *
 * <p>The newest is kept in memory, as every figure is checked against it; once a second its number is compared.
 */
@Component
class MongoQuizzes implements Quizzes {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final MongoCollection<BsonDocument> collection;
    private final Clock clock;
    /** A version never changes, so each is read once. */
    private final Map<Integer, Quiz> versions = new ConcurrentHashMap<>();
    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    MongoQuizzes(MongoDatabase database, Clock clock) {
        this.clock = clock;
        this.collection = database.getCollection("quizzes", BsonDocument.class);
    }

    @Override
    public Optional<Quiz> latest() {
        Instant now = clock.instant();
        Known last = known;
        if (now.isBefore(last.due())) {
            return last.newest();
        }
        int newest = newestVersion();
        return know(newest > last.version() ? version(newest) : last.newest(), now);
    }

    @Override
    public Quiz newest() {
        return know(version(newestVersion()), clock.instant()).orElseThrow(NoQuizException::new);
    }

    @Override
    public Optional<Quiz> version(int version) {
        Quiz read = versions.get(version);
        if (read != null) {
            return Optional.of(read);
        }
        Optional<Quiz> stored = quiz(collection.find(Filters.eq("_id", version)).first());
        stored.ifPresent(quiz -> versions.put(version, quiz));
        return stored;
    }

    @Override
    public boolean store(Quiz quiz) {
        Optional<Quiz> newest = know(version(newestVersion()), clock.instant());
        if (newest.isPresent()) {
            if (newest.get().equals(quiz)) {
                return false;
            }
            checkFollows(newest.get(), quiz);
        }
        BsonDocument stored = new BsonDocument("_id", new BsonInt32(quiz.version())).append("quiz",
                JsonBson.toBson(QuizReader.toJson(quiz)));
        if (!Inserts.ifAbsent(collection, stored)) {
            throw taken(quiz.version());
        }
        know(Optional.of(quiz), clock.instant());
        return true;
    }

    /** Remembers the newest quiz, which never goes back, whoever else read one meanwhile; gives it back. */
    private synchronized Optional<Quiz> know(Optional<Quiz> read, Instant now) {
        Known found = new Known(read, now.plus(POLL));
        known = found.version() >= known.version() ? found : new Known(known.newest(), found.due());
        return known.newest();
    }

    private int newestVersion() {
        BsonDocument newest = collection.find().sort(Sorts.descending("_id")).projection(Projections.include("_id"))
                .first();
        return newest == null ? 0 : newest.getInt32("_id").getValue();
    }

    private static void checkFollows(Quiz newest, Quiz quiz) {
        if (quiz.version() == newest.version()) {
            throw taken(quiz.version());
        }
        if (quiz.version() < newest.version()) {
            throw new QuizConflictException("Version %d of the quiz is older than the newest, which is %d."
                    .formatted(quiz.version(), newest.version()));
        }
        Set<String> dropped = new LinkedHashSet<>(newest.keys());
        dropped.removeAll(quiz.keys());
        if (!dropped.isEmpty()) {
            throw new QuizConflictException("Keys are for good; the new version drops " + String.join(", ", dropped)
                    + ".");
        }
    }

    private static QuizConflictException taken(int version) {
        return new QuizConflictException(
                "Version %d of the quiz is stored with other content; raise the version.".formatted(version));
    }

    private static Optional<Quiz> quiz(@Nullable BsonDocument stored) {
        return Optional.ofNullable(stored)
                .map(found -> QuizReader.json(JsonBson.toJson(found.getDocument("quiz"))));
    }

    /** The newest quiz known, and when to look again. */
    private record Known(Optional<Quiz> newest, Instant due) {

        int version() {
            return newest.map(Quiz::version).orElse(0);
        }
    }
}
