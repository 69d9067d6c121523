package io.guidepost.upkeep.drift;

import static io.guidepost.server.ContentNode.EVE;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.Document;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.Ingest;
import io.guidepost.quiz.response.Response;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import io.guidepost.upkeep.ByHand;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.TaskKind;
import io.guidepost.upkeep.Tasks;
import io.guidepost.upkeep.UpkeepServices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A node that looks at figures when it is asked to, by a clock that tests set. */
final class DriftNode implements AutoCloseable {

    private static final Instant LONG_AGO = Instant.parse("2025-12-01T00:00:00Z");

    private final ContentNode node;

    DriftNode(MongoDatabase database, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("guidepost.upkeep.drift-poll", "1d");
        this.node = new ContentNode(database, all, UpkeepServices.class);
        get(Quizzes.class).store(
                QuizReader.yaml(getClass().getResourceAsStream("/guidepost/seed-content/quiz/quiz.yaml")));
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    void advance(Duration by) {
        get(SettableClock.class).advance(by);
    }

    /** Has the node do all that there is to do now. */
    void look() {
        advance(Duration.ofSeconds(10));
        get(DriftWatch.class).turn();
    }

    /** Takes a snapshot after so many more people who explore AI specialist have put one or the other first. */
    void counted(int earnMore, int stableJob) {
        advance(Duration.ofMinutes(1));
        get(Ingest.class).all(Stream.concat(takers(earnMore, "earn-more"), takers(stableJob, "stable-job")).toList());
        get(Snapshots.class).take();
        advance(Duration.ofMinutes(1));
    }

    private static Stream<Response> takers(int count, String answer) {
        return IntStream.range(0, count).mapToObj(_ -> new Response("taker-" + UUID.randomUUID(), LONG_AGO, "DE",
                "student", List.of("ai-specialist"), Map.of("priority", List.of(answer)), 1));
    }

    /** Releases a question about AI specialist, or its next version. */
    void released(String slug, String answer) {
        Document document = node.approved("Faq", "faq-" + slug, ContentNode.faq(slug, answer).put("quizRole",
                "ai-specialist"));
        released(Change.publish(document.id()));
    }

    void released(Change change) {
        get(Releases.class).publish(EVE, new ReleaseRequest(List.of(change), "Out"));
        advance(Duration.ofMinutes(1));
    }

    Document find(String id) {
        return node.find(id);
    }

    List<ReviewTask> open() {
        return get(Tasks.class).openOnes(TaskKind.FIGURE_DRIFT, "figures");
    }

    /** The one open task. */
    ReviewTask task() {
        List<ReviewTask> open = open();
        if (open.size() != 1) {
            throw new AssertionError("One open task was expected: " + open);
        }
        return open.getFirst();
    }

    List<ReviewTask> told() {
        return get(UpkeepServices.Told.class).tasks();
    }

    ByHand byHand() {
        return new ByHand(get(Tasks.class), EVE);
    }

    @Override
    public void close() {
        node.close();
    }
}
