package io.guidepost.quiz;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** One server's quiz package over a database, with a clock that the test sets. */
final class Statistics {

    static final Instant NOW = Instant.parse("2026-02-28T12:00:00Z");

    static final QuizProperties PROPERTIES = new QuizProperties(5, Duration.ofSeconds(1), 60, Duration.ZERO, 1000,
            "en");

    final HandSetClock clock = new HandSetClock();
    final Quizzes quizzes;
    final Responses responses;
    final Ingest ingest;
    final Snapshots snapshots;
    private final MongoCollection<Document> stored;

    Statistics(MongoDatabase database) {
        this(database, "en");
    }

    Statistics(MongoDatabase database, String locale) {
        stored = database.getCollection("responses");
        quizzes = new MongoQuizzes(database, clock);
        responses = new MongoResponses(database);
        ingest = new Ingest(quizzes, responses, clock);
        snapshots = new MongoSnapshots(database, new MongoRoleParts(database), new MongoRoleCounts(database), quizzes,
                responses, clock, new QuizProperties(5, Duration.ofSeconds(1), 60, Duration.ZERO, 1000, locale));
    }

    static Statistics withQuiz(MongoDatabase database) {
        Statistics statistics = new Statistics(database);
        statistics.quizzes.store(quiz());
        return statistics;
    }

    static Quiz quiz() {
        return QuizReader.yaml(seed("quiz.yaml"));
    }

    static InputStream seed(String name) {
        return Statistics.class.getResourceAsStream("/guidepost/seed-content/quiz/" + name);
    }

    IngestReport lines(String... lines) {
        try {
            return ingest
                    .lines(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How many responses are stored. */
    long responsesStored() {
        return stored.countDocuments();
    }

    /** Takers exploring UX design, all alike. */
    void takers(int count, String prefix, String background, String priority, Instant at) {
        ingest.all(java.util.stream.IntStream.range(0, count)
                .mapToObj(index -> new Response(prefix + "-%05d".formatted(index), at, "DE", background,
                        List.of("ux-designer"), java.util.Map.of("priority", List.of(priority)), 1))
                .toList());
    }

    /** A clock that stands until it is set. */
    static final class HandSetClock extends Clock {

        private Instant instant = NOW;

        void advance(Duration duration) {
            instant = instant.plus(duration);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
