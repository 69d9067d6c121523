package io.guidepost.quiz.statistics;

import static io.guidepost.quiz.statistics.Statistics.NOW;
import static io.guidepost.quiz.statistics.Statistics.PROPERTIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.guidepost.quiz.response.Responses;
import io.guidepost.storage.TestMongo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left of takings that were cut short, and of snapshots that nobody needs any more. */
class SnapshotPruningTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private MongoDatabase database;
    private Statistics statistics;

    @BeforeEach
    void start() {
        database = mongo.database();
        statistics = Statistics.withQuiz(database);
        statistics.takers(6, "first", "student", "earn-more", NOW);
        statistics.snapshots.take();
        statistics.takers(6, "second", "student", "earn-more", NOW);
    }

    private void prune(int kept) {
        MongoSnapshots snapshots = (MongoSnapshots) statistics.snapshots;
        new SnapshotPruning(snapshots, new SnapshotRetention(snapshots, List.of(),
                new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ZERO, kept, "en"))).turn();
    }

    private MongoRoleNumbers numbers() {
        return new MongoRoleNumbers(database);
    }

    /** Has a taking end when it has written parts. */
    private void cutShortBeforeItIsStored() {
        MongoRoleParts parts = new MongoRoleParts(database, numbers()) {
            @Override
            boolean insert(Map<String, RolePart> written) {
                assertThat(super.insert(written)).isTrue();
                throw new IllegalStateException("cut short");
            }
        };
        cutShort(parts, statistics.responses);
    }

    /** Has a taking end when the snapshot is stored, before anything else. */
    private void cutShortOnceItIsStored() {
        Responses responses = (Responses) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{Responses.class}, (_, method, arguments) -> {
                    if (method.getName().equals("forget")) {
                        throw new IllegalStateException("cut short");
                    }
                    return method.invoke(statistics.responses, arguments);
                });
        cutShort(new MongoRoleParts(database, numbers()), responses);
    }

    private void cutShort(MongoRoleParts parts, Responses responses) {
        Snapshots taking = new MongoSnapshots(database, parts, new MongoRoleCounts(database, numbers()),
                statistics.quizzes,
                responses, statistics.clock, PROPERTIES);
        assertThatThrownBy(taking::take).hasMessage("cut short");
    }

    @Test
    void nothing_stays_of_a_taking_that_was_cut_short_before_the_snapshot_was_stored() {
        cutShortBeforeItIsStored();
        statistics.responses.erase("second-00000");
        Snapshot taken = statistics.snapshots.take();
        assertThat(ids("role_counts")).contains("ux-designer@2");
        assertThat(ids("role_statistics")).contains("ux-designer@2");
        statistics.clock.advance(Duration.ofHours(1));

        prune(1000);

        assertThatNothingIsLeft();
        assertThat(database.getCollection("snapshot_takings").countDocuments()).isZero();
        assertThat(new Statistics(database).snapshots.get(2).roles()).isEqualTo(taken.roles());
        assertThat(new Statistics(database).snapshots.get(1).role("ux-designer").respondents()).isEqualTo(6);
    }

    @Test
    void nothing_stays_of_a_taking_that_was_cut_short_once_the_snapshot_was_stored() {
        cutShortOnceItIsStored();
        Document unsettled = new Document("added", new Document("$exists", true));
        assertThat(database.getCollection("response_changes").countDocuments(unsettled)).isPositive();

        prune(1000);

        assertThatNothingIsLeft();
        assertThat(database.getCollection("response_changes").countDocuments(unsettled)).isZero();
        statistics.takers(6, "third", "student", "earn-more", NOW);
        assertThat(statistics.snapshots.take().role("ux-designer").respondents()).isEqualTo(18);
    }

    @Test
    void what_may_still_be_under_way_stays() {
        cutShortBeforeItIsStored();
        statistics.clock.advance(Duration.ofHours(1));

        prune(1000);

        assertThat(ids("role_counts")).contains("ux-designer@1", "ux-designer@2");
        assertThat(ids("role_statistics")).contains("ux-designer@1", "ux-designer@2");
        assertThat(statistics.snapshots.take().role("ux-designer").respondents()).isEqualTo(12);
    }

    @Test
    void old_snapshots_are_dropped_where_none_is_taken_by_itself() {
        statistics.snapshots.take();
        SnapshotWork work = new SnapshotWork(statistics.snapshots, statistics.quizzes, PROPERTIES);

        prune(1);

        assertThat(work.isAutoStartup()).isFalse();
        assertThat(statistics.snapshots.after(0, 10)).extracting(SnapshotSummary::number).containsExactly(2);
    }

    @Test
    void one_is_taken_when_there_is_something_to_count() {
        SnapshotWork work = new SnapshotWork(statistics.snapshots, statistics.quizzes,
                new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ofHours(1), 1000, "en"));

        assertThat(work.isAutoStartup()).isTrue();
        work.turn();
        work.turn();

        assertThat(statistics.snapshots.after(0, 10)).extracting(SnapshotSummary::number).containsExactly(1, 2);
    }

    /** Only what the newest snapshot was counted from and what snapshots show is stored. */
    private void assertThatNothingIsLeft() {
        List<Document> snapshots = database.getCollection("snapshots").find().sort(new Document("_id", 1)).into(
                new ArrayList<>());
        Set<String> shown = new TreeSet<>();
        snapshots.forEach(snapshot -> shown.addAll(MongoSnapshotForm.parts(snapshot).values()));
        assertThat(snapshots).filteredOn(snapshot -> snapshot.containsKey("basis")).containsExactly(snapshots
                .getLast());
        Basis basis = MongoSnapshotForm.basis(snapshots.getLast());
        assertThat(ids("role_counts")).containsExactlyInAnyOrderElementsOf(basis.roles().values().stream().map(
                Basis.CountedRole::counts).toList());
        assertThat(ids("role_statistics")).containsExactlyInAnyOrderElementsOf(shown);
    }

    private List<String> ids(String collection) {
        return database.getCollection(collection).find().map(stored -> stored.getString("_id")).into(
                new ArrayList<>());
    }
}
