package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.StoredQuizzes;
import io.guidepost.quiz.response.Ingest;
import io.guidepost.quiz.response.IngestReport;
import io.guidepost.quiz.response.Response;
import io.guidepost.quiz.response.Responses;
import io.guidepost.quiz.response.StoredResponses;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;

/** One server's quiz, responses and statistics over a database, with a clock that the test sets. */
public final class Statistics {

    /** When the clock starts. */
    public static final Instant NOW = Instant.parse("2026-02-28T12:00:00Z");

    static final StatisticsProperties PROPERTIES = new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ZERO,
            1000,
            "en");

    /** Stands until a test moves it on. */
    public final HandSetClock clock = new HandSetClock();
    /** The quizzes. */
    public final Quizzes quizzes;
    /** The responses. */
    public final Responses responses;
    /** Takes responses in. */
    public final Ingest ingest;
    final Snapshots snapshots;
    private final MongoCollection<Document> stored;

    /** Over a database, in English. */
    public Statistics(MongoDatabase database) {
        this(database, "en");
    }

    Statistics(MongoDatabase database, String locale) {
        this(database, new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ZERO, 1000, locale));
    }

    Statistics(MongoDatabase database, StatisticsProperties properties) {
        stored = database.getCollection("responses");
        quizzes = StoredQuizzes.in(database, clock);
        responses = StoredResponses.in(database);
        ingest = StoredResponses.ingest(quizzes, responses, clock);
        MongoRoleNumbers numbers = new MongoRoleNumbers(database);
        snapshots = new MongoSnapshots(database, new MongoRoleParts(database, numbers),
                new MongoRoleCounts(database, numbers), quizzes, responses, clock, properties);
    }

    /** With the quiz of the seed. */
    public static Statistics withQuiz(MongoDatabase database) {
        Statistics statistics = new Statistics(database);
        statistics.quizzes.store(quiz());
        return statistics;
    }

    /** The quiz of the seed. */
    public static Quiz quiz() {
        return QuizReader.yaml(seed("quiz.yaml"));
    }

    /** The next version of a quiz, with one more role. */
    static Quiz extended(Quiz quiz, String role) {
        List<Quiz.Role> roles = new ArrayList<>(quiz.roles());
        roles.add(new Quiz.Role(role, role));
        return new Quiz(quiz.version() + 1, quiz.backgrounds(), roles, quiz.questions());
    }

    /** A taker who explores a role and answers nothing. */
    static Response explorer(String id, String role) {
        return new Response(id, NOW.minus(Duration.ofDays(100)), "DE", "student", List.of(role), Map.of(), 1);
    }

    /** A file of the seed. */
    public static InputStream seed(String name) {
        return Statistics.class.getResourceAsStream("/guidepost/seed-content/quiz/" + name);
    }

    /** Takes lines in. */
    public IngestReport lines(String... lines) {
        try {
            return ingest
                    .lines(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How many responses are stored. */
    public long responsesStored() {
        return stored.countDocuments();
    }

    /** Takers exploring UX design, all alike. */
    void takers(int count, String prefix, String background, String priority, Instant at) {
        ingest.all(IntStream.range(0, count)
                .mapToObj(index -> new Response(prefix + "-%05d".formatted(index), at, "DE", background,
                        List.of("ux-designer"), Map.of("priority", List.of(priority)), 1))
                .toList());
    }

    /** A clock that stands until it is set. */
    public static final class HandSetClock extends Clock {

        private Instant instant = NOW;

        /** Moves it on. */
        public void advance(Duration duration) {
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
