package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which snapshots are dropped, and what stays of those that are not. */
class SnapshotRetentionTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Statistics statistics;

    @BeforeEach
    void start() {
        statistics = Statistics.withQuiz(mongo.database());
    }

    /** Takes snapshots, some days apart, each of six more takers. */
    private void take(int count, int days) {
        for (int i = 0; i < count; i++) {
            statistics.takers(6, "taker-" + statistics.responsesStored() + "-", "student", "earn-more", Statistics.NOW);
            statistics.snapshots.take();
            statistics.clock.advance(Duration.ofDays(days));
        }
    }

    private int drop(int kept, Integer... pinned) {
        return new SnapshotRetention((MongoSnapshots) statistics.snapshots, List.of(all -> Set.of(pinned)),
                new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ZERO, kept, "en")).apply();
    }

    private List<Integer> left() {
        return statistics.snapshots.after(0, 100).stream().map(SnapshotSummary::number).toList();
    }

    @Test
    void the_newest_stay_and_what_they_show_with_them() {
        take(5, 1);
        RoleStatistics fourth = statistics.snapshots.get(4).role("ux-designer");

        assertThat(drop(2)).isEqualTo(3);

        assertThat(left()).containsExactly(4, 5);
        assertThat(new Statistics(mongo.database()).snapshots.get(4).role("ux-designer")).isEqualTo(fourth);
        assertThatThrownBy(() -> statistics.snapshots.get(2)).isInstanceOf(UnknownSnapshotException.class);
        assertThat(mongo.database().getCollection("role_statistics").find(new Document("role", "ux-designer")))
                .extracting(part -> part.getString("_id")).containsExactly("ux-designer@4", "ux-designer@5");
        assertThat(new Statistics(mongo.database()).snapshots.get(5).roles()).as("parts of the first that all share")
                .hasSize(6);
    }

    @Test
    void as_many_as_are_kept_stay() {
        take(3, 1);

        assertThat(drop(3)).isZero();
        assertThat(left()).containsExactly(1, 2, 3);
    }

    @Test
    void one_that_is_needed_stays() {
        take(5, 1);

        assertThat(drop(1, 2)).isEqualTo(3);
        assertThat(left()).containsExactly(2, 5);
        assertThat(new Statistics(mongo.database()).snapshots.get(2).role("ux-designer").respondents()).isEqualTo(12);
    }

    @Test
    void one_that_a_kept_one_is_compared_with_stays_and_so_on() {
        take(6, 20);

        assertThat(drop(1)).isEqualTo(3);

        assertThat(left()).as("each is compared with the one 40 days before").containsExactly(2, 4, 6);
    }

    @Test
    void the_next_snapshot_counts_on() {
        take(4, 1);
        drop(1);
        take(1, 1);

        assertThat(statistics.snapshots.latest().role("ux-designer").respondents()).isEqualTo(30);
    }

    @Test
    void there_is_something_to_count_when_responses_came_or_others_are_the_recent_ones() {
        assertThat(statistics.snapshots.isBehind()).isTrue();
        take(1, 0);
        assertThat(statistics.snapshots.isBehind()).isFalse();
        statistics.clock.advance(Duration.ofDays(30));
        assertThat(statistics.snapshots.isBehind()).isFalse();
        statistics.clock.advance(Duration.ofDays(1));
        assertThat(statistics.snapshots.isBehind()).as("none of them is recent any more").isTrue();
        statistics.snapshots.take();
        assertThat(statistics.snapshots.isBehind()).isFalse();
        assertThat(statistics.responses.erase("taker-0--00000")).isTrue();
        assertThat(statistics.snapshots.isBehind()).isTrue();
    }
}
