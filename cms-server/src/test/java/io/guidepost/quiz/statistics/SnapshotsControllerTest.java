package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.security.Actor;
import io.guidepost.storage.TestMongo;
import io.guidepost.web.MalformedQueryException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotsControllerTest {

    private static final Actor EVE = Actor.system("eve");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Statistics statistics;
    private SnapshotsController controller;

    @BeforeEach
    void start() {
        statistics = Statistics.withQuiz(mongo.database());
        controller = new SnapshotsController(statistics.snapshots);
    }

    @Test
    void snapshots_are_listed_in_pages_the_newest_first() {
        for (int i = 0; i < 5; i++) {
            statistics.snapshots.take();
        }

        SnapshotsController.Page first = controller.list(EVE, null, 2);
        SnapshotsController.Page second = controller.list(EVE, first.next(), 2);
        SnapshotsController.Page last = controller.list(EVE, second.next(), 2);

        assertThat(first.items()).extracting(SnapshotSummary::number).containsExactly(5, 4);
        assertThat(first.next()).isEqualTo(4);
        assertThat(second.items()).extracting(SnapshotSummary::number).containsExactly(3, 2);
        assertThat(last.items()).extracting(SnapshotSummary::number).containsExactly(1);
        assertThat(last.next()).isNull();
    }

    @Test
    void the_last_page_ends_at_the_oldest_that_is_kept() {
        for (int i = 0; i < 3; i++) {
            statistics.snapshots.take();
        }
        ((MongoSnapshots) statistics.snapshots).drop(1);

        assertThat(controller.list(EVE, null, 2).next()).isNull();
    }

    @Test
    void a_page_of_none_or_too_many_is_refused() {
        assertThatThrownBy(() -> controller.list(EVE, null, 0)).isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> controller.list(EVE, null, 101)).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    void a_list_tells_no_number_of_few() {
        statistics.takers(4, "first", "student", "earn-more", Statistics.NOW);
        SnapshotSummary few = controller.take(EVE, false).getBody();
        statistics.takers(1, "second", "student", "earn-more", Statistics.NOW);
        statistics.clock.advance(Duration.ofHours(1));
        SnapshotSummary enough = controller.take(EVE, true).getBody();

        assertThat(few).isEqualTo(new SnapshotSummary(1, Statistics.NOW, Statistics.NOW, 1, true, null, null));
        assertThat(enough).isEqualTo(new SnapshotSummary(2, Statistics.NOW.plus(Duration.ofHours(1)), Statistics.NOW
                .plus(Duration.ofHours(1)), 1, false, 5, 1));
        assertThat(controller.list(EVE, null, 25).items()).containsExactly(enough, few);
    }
}
