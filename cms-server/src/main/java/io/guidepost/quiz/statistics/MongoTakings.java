package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.Responses;
import io.guidepost.quiz.statistics.Basis.CountedRole;
import io.guidepost.storage.Inserts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Collection {@code snapshot_takings}: {@code {_id: "<number><suffix>", number, suffix, at}}, which is written before anything else of a
 * taking. So what it left behind is found, if its number went to another or it was cut short: true counts, and what was erased since.
 *
 * <p>Nothing is dropped that a taking under way may need: what is newer than the newest snapshot, what that one was counted from, and what
 * any snapshot shows.
 */
final class MongoTakings {

    /** Far longer than a taking goes on: afterwards it writes no more. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final MongoCollection<Document> takings;
    private final MongoCollection<Document> snapshots;
    private final MongoRoleParts parts;
    private final MongoRoleCounts counts;
    private final Quizzes quizzes;
    private final Responses responses;
    private final Clock clock;

    MongoTakings(MongoDatabase database, MongoRoleParts parts, MongoRoleCounts counts, Quizzes quizzes,
            Responses responses, Clock clock) {
        this.takings = database.getCollection("snapshot_takings");
        this.snapshots = database.getCollection("snapshots");
        this.parts = parts;
        this.counts = counts;
        this.quizzes = quizzes;
        this.responses = responses;
        this.clock = clock;
    }

    /** Notes what is about to be taken; another node may be about to take the very same. */
    void begin(Counting.Task task) {
        boolean _ = Inserts.ifAbsent(takings, new Document("_id", task.number() + task.suffix()).append("number", task
                .number()).append("suffix", task.suffix()).append("at", Date.from(task.at())));
    }

    /** Drops whatever takings have left behind. */
    void dropLeftovers() {
        Document newest = snapshots.find().sort(Sorts.descending("_id")).first();
        if (newest == null) {
            return;
        }
        int number = newest.getInteger("_id");
        snapshots.updateMany(Filters.and(Filters.lt("_id", number), Filters.exists("basis")), Updates.unset("basis"));
        Basis basis = MongoSnapshotForm.basis(newest);
        if (basis != null) {
            responses.forget(basis.upTo());
            counts.dropUpTo(number, basis.roles().values().stream().map(CountedRole::counts).collect(Collectors
                    .toSet()));
        }
        Date ended = Date.from(clock.instant().minus(LONGEST));
        for (Document taking : takings.find(Filters.and(Filters.lte("number", number), Filters.lte("at", ended)))) {
            dropParts(taking.getInteger("number"), taking.getString("suffix"));
            takings.deleteOne(Filters.eq("_id", taking.getString("_id")));
        }
    }

    /** Drops the parts of a taking that no snapshot shows: the first one from its own number on does, if any. */
    private void dropParts(int number, String suffix) {
        Set<String> left = new HashSet<>();
        for (Quiz.Role role : quizzes.newest().roles()) {
            left.add(Counting.Task.id(role.key(), number, suffix));
        }
        Document first = snapshots.find(Filters.gte("_id", number)).sort(Sorts.ascending("_id")).projection(Projections
                .include("parts")).first();
        if (first != null) {
            left.removeAll(MongoSnapshotForm.parts(first).values());
            parts.drop(left);
        }
    }
}
