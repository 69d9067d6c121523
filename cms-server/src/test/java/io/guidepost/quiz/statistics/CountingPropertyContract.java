package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, is corrected or erased between snapshots: what is added up gives what is counted anew. */
abstract class CountingPropertyContract {

    private static final int ROUNDS = 8;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "IN", "ZA");

    abstract MongoDatabase database();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void added_up_and_counted_anew_are_the_same(int seed) {
        Random random = new Random(seed);
        Statistics statistics = Statistics.withQuiz(database());
        Statistics other = new Statistics(database());
        Quiz quiz = Statistics.quiz();
        List<String> ids = new ArrayList<>();
        Set<String> erased = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(other.quizzes.current()).as("what the other node knows from now on").isEqualTo(quiz);
            if (random.nextInt(2) == 0) {
                quiz = Statistics.extended(quiz, "role-" + round);
                statistics.quizzes.store(quiz);
            }
            for (int change = random.nextInt(6); change >= 0; change--) {
                switch (random.nextInt(ids.isEmpty() ? 1 : 4)) {
                    case 0, 1 -> {
                        List<Response> batch = new ArrayList<>();
                        for (int i = random.nextInt(30); i >= 0; i--) {
                            String id = !ids.isEmpty() && random.nextInt(5) == 0
                                    ? ids.get(random.nextInt(ids.size()))
                                    : "taker-%05d".formatted(ids.size());
                            if (!ids.contains(id)) {
                                ids.add(id);
                            }
                            batch.add(response(id, quiz, statistics, random));
                        }
                        statistics.responses.add(batch);
                    }
                    case 2 -> {
                        String id = ids.get(random.nextInt(ids.size()));
                        if (!erased.contains(id)) {
                            statistics.responses.correct(response(id, quiz, statistics, random));
                        }
                    }
                    default -> {
                        String id = ids.get(random.nextInt(ids.size()));
                        assertThat(statistics.responses.erase(id)).isEqualTo(erased.add(id));
                    }
                }
            }
            Snapshot taken = (random.nextBoolean() ? statistics : other).snapshots.take();
            Map<String, RoleCounts> addedUp = counts();

            Snapshot anew = statistics.snapshots.recount();

            assertThat(counts()).as("round %d", round).isEqualTo(addedUp).hasSize(quiz.roles().size());
            assertThat(anew.number()).isEqualTo(taken.number() + 1);
            assertThat(anew.rolesChangedSince(taken)).isEmpty();
            assertThat(anew.roles()).isEqualTo(taken.roles());
            assertThat(anew.site().hasFiguresOf(taken.site())).isTrue();
            Duration pause = Duration.ofDays(1 + random.nextInt(20));
            statistics.clock.advance(pause);
            other.clock.advance(pause);
        }
    }

    /** What the newest snapshot was counted from, by role. */
    private Map<String, RoleCounts> counts() {
        Document newest = database().getCollection("snapshots").find().sort(new Document("_id", -1)).first();
        Map<String, RoleCounts> counts = new HashMap<>();
        newest.get("basis", Document.class).get("roles", Document.class).forEach((role, counted) -> {
            Document stored = database().getCollection("role_counts").find(new Document("_id",
                    ((Document) counted).getString("counts"))).first();
            RoleCounts read = MongoRoleCountsForm.read(stored.get("counts", Binary.class).getData(),
                    new MongoRoleNumbers(database()));
            counts.put(role, read);
            assertThat(read.all().respondents()).isEqualTo(((Document) counted).getInteger("n"));
        });
        assertThat(database().getCollection("role_counts").countDocuments()).as("none is left over").isEqualTo(
                counts.size());
        return counts;
    }

    private static Response response(String id, Quiz quiz, Statistics statistics, Random random) {
        Map<String, List<String>> answers = new HashMap<>();
        for (Quiz.Question question : quiz.questions()) {
            List<String> chosen = new ArrayList<>();
            for (Quiz.Answer answer : question.answers()) {
                if (random.nextInt(6) == 0) {
                    chosen.add(answer.key());
                }
            }
            if (!chosen.isEmpty()) {
                answers.put(question.key(), chosen);
            }
        }
        List<String> roles = new ArrayList<>(quiz.roles().stream().map(Quiz.Role::key).toList());
        roles.removeIf(role -> random.nextInt(3) > 0);
        return new Response(id, statistics.clock.instant().minus(Duration.ofDays(random.nextInt(60))), COUNTRIES.get(
                random.nextInt(COUNTRIES.size())),
                quiz.backgrounds().get(random.nextInt(quiz.backgrounds().size()))
                        .key(),
                roles, answers, quiz.version());
    }
}
