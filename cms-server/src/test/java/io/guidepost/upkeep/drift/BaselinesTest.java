package io.guidepost.upkeep.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BaselinesTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private DriftNode node;

    @BeforeEach
    void open() {
        node = new DriftNode(mongo.database(), Map.of());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static int baseline(DriftNode node, Instant released) {
        return node.get(Baselines.class).of(released, null);
    }

    @Test
    void what_was_released_right_after_a_snapshot_may_have_been_written_with_the_one_before() {
        node.counted(40, 60);
        node.counted(10, 0);
        List<SnapshotSummary> taken = node.get(Snapshots.class).after(0, 2);
        Instant second = taken.getLast().availableAt();

        assertThat(baseline(node, second.plus(Duration.ofSeconds(10)))).isEqualTo(1);
        assertThat(baseline(node, second.plus(Duration.ofSeconds(30)))).isEqualTo(2);
        assertThat(baseline(node, taken.getFirst().asOf().minus(Duration.ofDays(1)))).as("before all").isEqualTo(1);
    }

    @Test
    void one_that_another_node_has_dropped_gives_way_to_the_next_that_is_kept() {
        node.counted(40, 60);
        node.released("share", "So say {{percent priority/earn-more}} of them.");
        try (DriftNode other = new DriftNode(mongo.database(), Map.of())) {
            Instant now = node.get(Clock.class).instant();
            other.advance(Duration.between(other.get(Clock.class).instant(), now));
            assertThat(baseline(other, now)).isEqualTo(1);
            assertThat(other.get(Snapshots.class).get(1).number()).isEqualTo(1);
            node.counted(10, 0);
            mongo.database().getCollection("snapshots").deleteOne(Filters.eq("_id", 1));
            mongo.database().getCollection("role_statistics").deleteOne(Filters.eq("_id", "ai-specialist@1"));
            node.counted(10, 0);
            other.advance(Duration.ofMinutes(5));
            other.look();

            assertThat(other.task().why()).contains("(snapshot 2)", "(snapshot 3)", "from 45% to 50%");
        }
    }
}
