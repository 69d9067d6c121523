package io.guidepost.upkeep.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.storage.TestMongo;
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
        node.counted(40, 60);
        node.counted(10, 0);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private int baseline(Instant released) {
        return node.get(Baselines.class).of(released, null);
    }

    @Test
    void what_was_released_right_after_a_snapshot_may_have_been_written_with_the_one_before() {
        List<SnapshotSummary> taken = node.get(Snapshots.class).after(0, 2);
        Instant second = taken.getLast().availableAt();

        assertThat(baseline(second.plus(Duration.ofSeconds(10)))).isEqualTo(1);
        assertThat(baseline(second.plus(Duration.ofSeconds(30)))).isEqualTo(2);
        assertThat(baseline(taken.getFirst().asOf().minus(Duration.ofDays(1)))).as("before all").isEqualTo(1);
    }
}
