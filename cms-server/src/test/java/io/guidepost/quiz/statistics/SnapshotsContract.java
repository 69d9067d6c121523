package io.guidepost.quiz.statistics;

import static io.guidepost.quiz.statistics.Statistics.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.guidepost.content.Provenance;
import io.guidepost.quiz.NoQuizException;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class SnapshotsContract {

    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));

    private Statistics statistics;

    abstract MongoDatabase database();

    /** A client of its own, to be closed, that tells of each command. */
    abstract MongoClient observed(CommandListener listener);

    @BeforeEach
    void start() {
        statistics = Statistics.withQuiz(database());
    }

    @Test
    void before_the_first_snapshot_everything_is_suppressed() {
        Snapshot empty = statistics.snapshots.latest();

        assertThat(empty.number()).isZero();
        assertThat(empty.site().suppressed()).isTrue();
        assertThat(empty.role("ai-specialist").suppressed()).isTrue();
        assertThat(empty.part("ai-specialist")).isEqualTo("ai-specialist@0");
    }

    @Test
    void no_snapshot_is_taken_without_a_quiz() {
        database().getCollection("quizzes").drop();

        assertThatThrownBy(new Statistics(database()).snapshots::take).isInstanceOf(NoQuizException.class);
    }

    @Test
    void a_snapshot_never_taken_is_unknown() {
        assertThatThrownBy(() -> statistics.snapshots.get(7)).isInstanceOf(UnknownSnapshotException.class);
    }

    @Test
    void snapshots_are_followed_from_any_of_them_on() {
        for (int i = 0; i < 3; i++) {
            statistics.snapshots.take();
        }

        assertThat(statistics.snapshots.after(0, 2)).extracting(SnapshotSummary::number).containsExactly(1, 2);
        assertThat(statistics.snapshots.after(2, 2)).extracting(SnapshotSummary::number).containsExactly(3);
        assertThat(statistics.snapshots.after(3, 2)).isEmpty();
    }

    @Test
    void a_group_below_five_is_suppressed_and_not_even_stored() {
        statistics.takers(6, "student-", "student", "earn-more", LONG_AGO);
        statistics.takers(4, "employed-", "employed", "stable-job", LONG_AGO);
        statistics.takers(2, "freelancer-", "freelancer", "stable-job", LONG_AGO);

        RoleStatistics role = statistics.snapshots.take().role("ux-designer");

        assertThat(role.respondents()).isEqualTo(12);
        assertThat(role.byBackground()).extracting(BackgroundStatistics::background, BackgroundStatistics::suppressed,
                BackgroundStatistics::respondents)
                .containsExactly(tuple("student", false, 6),
                        tuple("employed", true, null),
                        tuple("freelancer", true, null));
        Document stored = database().getCollection("role_statistics").find(new Document("_id", "ux-designer@1"))
                .first();
        assertThat(MongoRoleParts.figures(stored).get("backgrounds", Document.class).get("employed", Document.class))
                .isEmpty();
    }

    @Test
    void what_has_to_be_remembered_of_hidden_groups_is_stored() {
        statistics.takers(20, "student-", "student", "earn-more", LONG_AGO);
        statistics.takers(4, "employed-", "employed", "earn-more", LONG_AGO);
        statistics.takers(2, "freelancer-", "freelancer", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        statistics.takers(1, "employed-more-", "employed", "earn-more", LONG_AGO);
        statistics.takers(3, "freelancer-more-", "freelancer", "earn-more", LONG_AGO);
        Snapshot enough = statistics.snapshots.take();
        statistics.takers(6, "employed-again-", "employed", "earn-more", LONG_AGO);
        statistics.takers(6, "freelancer-again-", "freelancer", "earn-more", LONG_AGO);

        Snapshot more = new Statistics(database()).snapshots.take();

        assertThat(enough.role("ux-designer").byBackground()).extracting(BackgroundStatistics::respondents)
                .containsExactly(20, null, null);
        assertThat(more.role("ux-designer").byBackground()).extracting(BackgroundStatistics::respondents)
                .as("all six that were hidden may have been of the one or the other").containsExactly(20, 11, 11);
    }

    @Test
    void a_role_below_five_stores_nothing_but_that() {
        statistics.takers(4, "student-", "student", "earn-more", LONG_AGO);

        Snapshot snapshot = statistics.snapshots.take();

        assertThat(snapshot.role("ux-designer"))
                .isEqualTo(RoleStatistics.suppressed("ux-designer", NOW, new Provenance(1, 1, "for ux-designer"),
                        Highlight.of(List.of(), Statistics.quiz())));
        assertThat(snapshot.role("ux-designer").highlights()).hasSize(3).allMatch(Highlight::suppressed);
        assertThat(snapshot.site()).isEqualTo(new SiteStatistics(0, 0, true, NOW));
        Document stored = database().getCollection("role_statistics").find(new Document("_id", "ux-designer@1"))
                .first();
        assertThat(MongoRoleParts.figures(stored)).doesNotContainKey("recent").containsEntry("all", new Document())
                .containsEntry("backgrounds", new Document());
        assertThat(database().getCollection("snapshots").find().first()).doesNotContainKey("site");
    }

    @Test
    void a_question_that_too_few_answered_gives_no_figure() {
        statistics.takers(6, "student-", "student", "earn-more", LONG_AGO);

        RoleStatistics role = statistics.snapshots.take().role("ux-designer");

        assertThat(role.questions()).extracting(QuestionStatistics::question, QuestionStatistics::respondents)
                .contains(tuple("priority", 6),
                        tuple("strength", null));
        assertThat(role.questions().get(1).answers()).isEmpty();
        assertThat(role.highlights()).extracting(Highlight::question, Highlight::suppressed, Highlight::n)
                .containsExactly(tuple("priority", false, 6), tuple("strength", true, null),
                        tuple("free-time", true, null));
    }

    @Test
    void the_share_is_of_those_who_answered_the_question() {
        statistics.takers(6, "student-", "student", "earn-more", LONG_AGO);
        statistics.ingest.all(List.of(new Response("silent-0001", LONG_AGO, "FR", "student", List.of("ux-designer"),
                Map.of("strength", List.of("lead-others", "start-projects")), 1)));

        QuestionStatistics priority = statistics.snapshots.take().role("ux-designer").questions().getFirst();

        assertThat(priority.respondents()).isEqualTo(6);
        assertThat(priority.answer("earn-more")).hasValueSatisfying(answer -> {
            assertThat(answer.count()).isEqualTo(6);
            assertThat(answer.display()).isEqualTo("100%");
        });
    }

    @Test
    void equal_counts_stand_in_the_order_of_the_quiz() {
        statistics.takers(5, "a-taker-", "student", "stable-job", LONG_AGO);
        statistics.takers(5, "b-taker-", "student", "earn-more", LONG_AGO);
        statistics.takers(6, "c-taker-", "student", "own-business", LONG_AGO);

        assertThat(statistics.snapshots.take().role("ux-designer").questions().getFirst().answers())
                .extracting(AnswerStatistics::answer)
                .startsWith("own-business", "earn-more", "stable-job", "flexible-remote");
    }

    @Test
    void a_snapshot_never_changes_and_the_next_one_counts_anew() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        Snapshot first = statistics.snapshots.take();
        statistics.clock.advance(Duration.ofHours(1));
        statistics.takers(3, "second-", "student", "own-business", LONG_AGO);

        Snapshot second = statistics.snapshots.take();

        Snapshot reloaded = new Statistics(database()).snapshots.get(1);
        assertThat(reloaded.role("ux-designer")).isEqualTo(first.role("ux-designer"));
        assertThat(reloaded.site()).isEqualTo(first.site());
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.role("ux-designer").respondents()).isEqualTo(9);
        assertThat(new Statistics(database()).snapshots.get(2).roles()).isEqualTo(second.roles());
        assertThat(statistics.snapshots.before(Integer.MAX_VALUE, 10)).extracting(SnapshotSummary::number)
                .containsExactly(2, 1);
    }

    @Test
    void a_role_whose_figures_did_not_change_keeps_its_part() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        statistics.clock.advance(Duration.ofHours(1));
        statistics.ingest.all(List.of(new Response("other-00001", LONG_AGO, "FR", "student", List.of("researcher"),
                Map.of(), 1)));

        Snapshot second = statistics.snapshots.take();

        assertThat(second.part("ux-designer")).isEqualTo("ux-designer@1");
        assertThat(second.role("ux-designer").asOf()).isEqualTo(NOW);
        assertThat(second.part("researcher")).as("one response is still suppressed").isEqualTo("researcher@1");
        assertThat(second.asOf()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(database().getCollection("role_statistics").countDocuments()).isEqualTo(6);
    }

    @Test
    void responses_leave_the_recent_ones_after_thirty_days() {
        statistics.takers(6, "recent-", "student", "earn-more", NOW.minus(Duration.ofDays(29)));
        statistics.takers(5, "older--", "student", "earn-more", NOW.minus(Duration.ofDays(20)));
        Snapshot before = statistics.snapshots.take();
        statistics.clock.advance(Duration.ofDays(2));

        Snapshot after = statistics.snapshots.take();

        assertThat(before.role("ux-designer").recentRespondents()).isEqualTo(11);
        assertThat(after.role("ux-designer").recentRespondents()).isEqualTo(5);
        assertThat(after.part("ux-designer")).isEqualTo("ux-designer@2");
    }

    @Test
    void another_node_sees_a_snapshot_within_its_polling_interval() {
        Statistics other = new Statistics(database());
        assertThat(other.snapshots.latest().number()).isZero();
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();

        assertThat(statistics.snapshots.latest().number()).isEqualTo(1);
        assertThat(other.snapshots.latest().number()).isZero();
        other.clock.advance(Duration.ofSeconds(1));
        assertThat(other.snapshots.latest().number()).isEqualTo(1);
    }

    @Test
    void a_snapshot_taken_while_the_latest_is_looked_up_is_the_latest() {
        AtomicReference<Runnable> afterLookup = new AtomicReference<>(() -> {});
        try (MongoClient client = observed(new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (event.getCommandName().equals("find")) {
                    afterLookup.getAndSet(() -> {}).run();
                }
            }
        })) {
            Snapshots snapshots = new Statistics(client.getDatabase(database().getName())).snapshots;
            afterLookup.set(snapshots::take);

            assertThat(snapshots.latest().number()).isEqualTo(1);
            assertThat(snapshots.latest().number()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void while_one_reader_waits_for_the_storage_others_have_what_was_seen_last(int find) {
        AtomicReference<Runnable> duringLookup = new AtomicReference<>(() -> {});
        AtomicInteger finds = new AtomicInteger();
        try (MongoClient client = observed(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("find") && finds.incrementAndGet() == find) {
                    duringLookup.getAndSet(() -> {}).run();
                }
            }
        })) {
            Statistics other = new Statistics(client.getDatabase(database().getName()));
            statistics.snapshots.take();
            assertThat(other.snapshots.latest().number()).isEqualTo(1);
            statistics.snapshots.take();
            other.clock.advance(Duration.ofSeconds(1));
            AtomicInteger meanwhile = new AtomicInteger();
            finds.set(0);
            duringLookup.set(() -> meanwhile.set(CompletableFuture.supplyAsync(other.snapshots::latest).orTimeout(1,
                    TimeUnit.MINUTES).join().number()));

            assertThat(other.snapshots.latest().number()).isEqualTo(2);
            assertThat(meanwhile).hasValue(1);
        }
    }

    @Test
    void while_the_storage_is_away_readers_have_what_was_seen_last() {
        statistics.snapshots.take();
        Statistics other;
        try (MongoClient client = observed(new CommandListener() {
        })) {
            other = new Statistics(client.getDatabase(database().getName()));
            assertThat(other.snapshots.latest().number()).isEqualTo(1);
        }

        other.clock.advance(Duration.ofSeconds(1));
        assertThat(other.snapshots.latest().number()).isEqualTo(1);
        assertThatThrownBy(() -> ((MongoSnapshots) other.snapshots).look()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void responses_to_a_role_that_another_node_has_just_added_are_counted() {
        Statistics other = new Statistics(database());
        assertThat(other.quizzes.current().version()).isEqualTo(1);
        statistics.quizzes.store(Statistics.extended(Statistics.quiz(), "gardener"));
        statistics.responses.add(explorers("first-", 6, "gardener"));
        other.snapshots.take();
        statistics.responses.add(explorers("second-", 5, "gardener"));

        Snapshot taken = other.snapshots.take();

        assertThat(taken.quizVersion()).isEqualTo(2);
        assertThat(taken.role("gardener").respondents()).isEqualTo(11);
    }

    @Test
    void responses_to_a_role_are_counted_before_there_is_a_quiz_that_has_it() {
        statistics.responses.add(explorers("first-", 6, "gardener"));
        Snapshot without = statistics.snapshots.take();
        statistics.responses.add(explorers("second-", 5, "gardener"));
        statistics.snapshots.take();
        statistics.quizzes.store(Statistics.extended(Statistics.quiz(), "gardener"));

        assertThat(without.has("gardener")).isFalse();
        assertThat(statistics.snapshots.take().role("gardener").respondents()).isEqualTo(11);
    }

    private static List<Response> explorers(String prefix, int count, String role) {
        return IntStream.range(0, count).mapToObj(index -> Statistics.explorer("%s%05d".formatted(prefix, index), role))
                .toList();
    }

    @Test
    void a_higher_k_takes_effect_without_anything_new() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        Statistics careful = new Statistics(database(),
                new StatisticsProperties(10, Duration.ofSeconds(1), Duration.ZERO, 1000, "en"));

        assertThat(statistics.snapshots.isBehind()).isFalse();
        assertThat(careful.snapshots.isBehind()).isTrue();
        assertThat(careful.snapshots.take().role("ux-designer").suppressed()).isTrue();
        assertThat(careful.snapshots.isBehind()).isFalse();
    }

    @Test
    @Timeout(120)
    void counts_that_do_not_add_up_are_counted_anew_however_many_roles_there_are() {
        Quiz quiz = IntStream.range(0, 150).boxed().reduce(Statistics.quiz(), (smaller, number) -> Statistics.extended(
                smaller, "role-%03d".formatted(number)), (one, other) -> other);
        statistics.quizzes.store(quiz);
        for (String role : List.of("role-000", "role-149")) {
            statistics.responses.add(explorers(role + "-", 7, role));
        }
        statistics.snapshots.take();
        database().getCollection("role_counts").updateOne(new Document("_id", "role-149@1"), new Document("$set",
                new Document("counts", new Binary(MongoRoleCountsForm.bytes(RoleCounts.NONE,
                        new MongoRoleNumbers(database()))))));
        statistics.responses.erase("role-149-00000");
        statistics.responses.erase("role-000-00000");

        Snapshot taken = statistics.snapshots.take();

        assertThat(taken.number()).isEqualTo(2);
        assertThat(taken.role("role-000").respondents()).isEqualTo(6);
        assertThat(taken.role("role-149").respondents()).isEqualTo(6);
    }

    @Test
    @Timeout(120)
    void counts_that_are_missing_are_counted_anew() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        database().getCollection("role_counts").drop();
        statistics.takers(5, "second-", "student", "earn-more", LONG_AGO);

        assertThat(statistics.snapshots.take().role("ux-designer").respondents()).isEqualTo(11);
    }

    @Test
    void one_that_another_node_has_dropped_is_unknown_as_soon_as_its_figures_are_asked_for() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        Snapshot first = new Statistics(database()).snapshots.get(1);
        Snapshots other = new Statistics(database()).snapshots;
        Snapshot known = other.get(1);
        statistics.takers(6, "second-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        assertThat(first.role("ux-designer").respondents()).isEqualTo(6);
        ((MongoSnapshots) statistics.snapshots).drop(1);

        assertThatThrownBy(() -> known.role("ux-designer")).isInstanceOf(UnknownSnapshotException.class)
                .hasMessage("There is no statistics snapshot 1.");
        assertThatThrownBy(() -> other.get(1)).isInstanceOf(UnknownSnapshotException.class);
        assertThat(first.role("ux-designer").respondents()).as("what is in memory").isEqualTo(6);
    }

    @Test
    void one_that_is_taken_while_another_counts_makes_it_begin_again() {
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);
        statistics.snapshots.take();
        statistics.takers(5, "second-", "student", "earn-more", LONG_AGO);
        AtomicReference<Runnable> beforeCounts = new AtomicReference<>(() -> {});
        try (MongoClient client = observed(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommand().get("find", new BsonString("")).asString().getValue().equals("role_counts")) {
                    beforeCounts.getAndSet(() -> {}).run();
                }
            }
        })) {
            Snapshots other = new Statistics(client.getDatabase(database().getName())).snapshots;
            beforeCounts.set(statistics.snapshots::take);

            Snapshot taken = other.take();

            assertThat(taken.number()).isEqualTo(3);
            assertThat(taken.role("ux-designer").respondents()).isEqualTo(11);
        }
    }

    @Test
    void a_taking_that_was_cut_short_does_no_harm() {
        database().getCollection("role_statistics").insertOne(new Document("_id", "ux-designer@1"));
        database().getCollection("role_counts").insertOne(new Document("_id", "researcher@1"));
        statistics.takers(6, "first-", "student", "earn-more", LONG_AGO);

        Snapshot taken = statistics.snapshots.take();

        assertThat(taken.number()).isEqualTo(1);
        assertThat(taken.role("ux-designer").respondents()).isEqualTo(6);
        assertThat(new Statistics(database()).snapshots.latest().role("ux-designer")).isEqualTo(taken.role(
                "ux-designer"));
    }

    @Test
    void snapshots_taken_at_once_get_numbers_of_their_own_and_miss_nothing()
            throws InterruptedException, ExecutionException {
        List<Statistics> nodes = List.of(statistics, new Statistics(database()),
                new Statistics(database()));
        List<Callable<Void>> takings = IntStream.range(0, nodes.size()).<Callable<Void>>mapToObj(node -> () -> {
            for (int round = 0; round < 4; round++) {
                nodes.get(node).takers(6, "taker-" + node + "-" + round, "student", "earn-more", LONG_AGO);
                nodes.get(node).snapshots.take();
            }
            return null;
        }).toList();
        try (var executor = Executors.newFixedThreadPool(nodes.size())) {
            for (Future<Void> done : executor.invokeAll(takings)) {
                done.get();
            }
        }
        assertThat(statistics.snapshots.after(0, 100)).hasSize(12).extracting(SnapshotSummary::number)
                .doesNotHaveDuplicates();
        assertThat(new Statistics(database()).snapshots.latest().role("ux-designer").respondents()).isEqualTo(72);
    }
}
