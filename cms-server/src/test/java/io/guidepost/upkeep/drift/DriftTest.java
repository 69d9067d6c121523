package io.guidepost.upkeep.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.editorial.Document;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.Change;
import io.guidepost.release.LiveSites;
import io.guidepost.storage.TestMongo;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriftTest {

    private static final String SHARE = "So say {{percent priority/earn-more}} of them.";
    private static final Duration LEASE = Duration.ofMinutes(5);

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private DriftNode node;

    @BeforeEach
    void open() {
        node = node(Map.of());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private DriftNode node(Map<String, Object> settings) {
        return new DriftNode(mongo.database(), settings);
    }

    /** Has 40 of 100 want to earn more, and a question say so. */
    private void begun(String... slugs) {
        node.counted(40, 60);
        for (String slug : slugs) {
            node.released(slug, SHARE);
        }
        node.look();
        assertThat(node.open()).isEmpty();
    }

    @Test
    void a_share_that_has_moved_opens_a_task_and_changes_nothing() {
        begun("share");
        node.released("none", "It depends.");
        Document before = node.find("faq-share");
        int release = node.get(LiveSites.class).latest().release();
        node.counted(10, 0);
        node.look();

        ReviewTask task = node.task();
        assertThat(task.matter().document().value()).isEqualTo("faq-share");
        assertThat(task.why())
                .isEqualTo("Figures in what is live have moved from the statistics of 2026-03-01 (snapshot 1) to the "
                        + "statistics of 2026-03-01 (snapshot 2): {{percent priority/earn-more}} from 40% to 45% (/answer). Readers see the new ones "
                        + "already, and the words around them may not hold any more. Correct the text, or close this task to confirm it as it is.");
        assertThat(node.told()).containsExactly(task);
        assertThat(node.find("faq-share")).isEqualTo(before);
        assertThat(node.get(LiveSites.class).latest().release()).isEqualTo(release);
    }

    @Test
    void a_share_that_has_moved_a_little_opens_none_until_little_by_little_it_is_too_far() {
        begun("share");
        node.counted(4, 0);
        node.look();
        assertThat(node.open()).as("42.3 %").isEmpty();
        node.counted(3, 0);
        node.look();

        assertThat(node.task().why()).contains("(snapshot 1)", "(snapshot 3)", "from 40% to 44%");
    }

    @Test
    void how_far_is_too_far_is_a_setting() {
        begun("share");
        node.close();
        node = node(Map.of("guidepost.upkeep.drift-points", "6"));
        node.advance(Duration.ofHours(1));
        node.counted(10, 0);
        node.look();

        assertThat(node.open()).isEmpty();
    }

    @Test
    void another_answer_at_a_rank_opens_a_task_that_says_to_read_the_sentence() {
        node.counted(49, 51);
        node.released("answer", "Most want this: {{answer priority/1}}. And {{percent priority/earn-more}} want more.");
        node.look();
        node.counted(3, 0);
        node.look();

        assertThat(node.task().why())
                .contains("{{answer priority/1}} from “Any stable job to begin with” to “Earning more (3k+ € a month), "
                        + "hard work included” (/answer); {{percent priority/earn-more}} from 49% to 50%, by now the most "
                        + "frequent answer (/answer).",
                        "An answer is another one, so read the sentence around it first.");
    }

    @Test
    void an_answer_whose_share_is_told_and_that_is_not_the_first_any_more_opens_a_task() {
        node.counted(51, 49);
        node.released("most", "Most want to earn more ({{percent priority/earn-more}}).");
        node.released("few", "Some want any job ({{count priority/stable-job}}, {{range priority/stable-job}}).");
        node.look();
        node.counted(0, 3);
        node.look();

        assertThat(node.open()).extracting(ReviewTask::why).anySatisfy(why -> assertThat(why).contains(
                "{{percent priority/earn-more}} from 51% to 50%, no longer the most frequent answer (/answer).",
                "An answer is another one, so read the sentence around it first."))
                .anySatisfy(why -> assertThat(why).contains(
                        "{{count priority/stable-job}} from 49 to 52, by now the most frequent answer (/answer)",
                        "{{range priority/stable-job}} from "));
    }

    @Test
    void a_figure_that_appears_or_goes_opens_a_task() {
        node.counted(2, 2);
        node.released("few", SHARE);
        node.look();
        node.counted(20, 20);
        node.look();

        assertThat(node.task().why())
                .contains("{{percent priority/earn-more}} from “too few answers to show” to 50% (/answer)");
    }

    @Test
    void what_was_released_before_all_statistics_counts_as_released_with_the_first() {
        node.released("early", "It depends.");
        node.released("figures", SHARE);
        node.look();
        node.counted(40, 60);
        node.look();
        assertThat(node.open()).isEmpty();
        node.counted(40, 0);
        node.look();

        assertThat(node.task().why()).contains("from 40% to 57%");
    }

    @Test
    void an_open_task_tells_of_the_newest_statistics_and_nobody_is_told_twice() {
        begun("share");
        node.counted(10, 0);
        node.look();
        ReviewTask first = node.task();
        node.counted(10, 0);
        node.look();

        ReviewTask task = node.task();
        assertThat(task.id()).isEqualTo(first.id());
        assertThat(task.why()).contains("from 40% to 50%");
        assertThat(node.told()).hasSize(1);
    }

    @Test
    void figures_that_have_come_back_settle_the_task() {
        begun("share");
        node.counted(10, 0);
        node.look();
        ReviewTask task = node.task();
        node.counted(0, 14);
        node.look();

        assertThat(node.open()).isEmpty();
        assertThat(node.byHand().state(task.id())).isEqualTo("settled");
    }

    @Test
    void closing_a_task_confirms_the_figures_as_they_are() {
        begun("done", "dismissed");
        node.counted(10, 0);
        node.look();
        List<ReviewTask> open = node.open();
        for (ReviewTask task : open) {
            if (task.matter().document().value().equals("faq-done")) {
                node.byHand().done(task.id());
            } else {
                node.byHand().dismissed(task.id());
            }
        }
        node.counted(1, 0);
        node.look();
        assertThat(open).hasSize(2);
        assertThat(node.open()).isEmpty();
        node.counted(10, 0);
        node.look();

        assertThat(node.open()).hasSize(2).allSatisfy(task -> assertThat(task.why()).contains("(snapshot 2)",
                "from 45% to 50%"));
    }

    @Test
    void a_document_that_is_released_anew_is_as_good_as_looked_at() {
        begun("share");
        node.counted(10, 0);
        node.look();
        ReviewTask task = node.task();
        node.released("share", "By now {{percent priority/earn-more}} say so.");
        node.look();
        assertThat(node.open()).isEmpty();
        assertThat(node.byHand().state(task.id())).isEqualTo("settled");
        node.counted(10, 0);
        node.look();

        assertThat(node.task().why()).contains("from 45% to 50%");
    }

    @Test
    void the_task_goes_with_what_was_live() {
        begun("share");
        node.counted(10, 0);
        node.look();
        ReviewTask task = node.task();
        node.released(Change.withdraw(task.matter().document()));
        node.look();

        assertThat(node.open()).isEmpty();
        assertThat(node.byHand().state(task.id())).isEqualTo("settled");
    }

    @Test
    void nodes_that_look_at_once_open_one_task_a_document() throws Exception {
        begun("one", "two", "three");
        node.counted(10, 0);
        try (DriftNode other = node(Map.of()); ExecutorService both = Executors.newFixedThreadPool(2)) {
            other.advance(Duration.ofHours(1));
            node.advance(Duration.ofHours(1));
            List<Future<?>> looks = List.of(both.submit(node::look), both.submit(other::look));
            for (Future<?> look : looks) {
                look.get();
            }
            node.look();
            other.look();

            assertThat(node.open()).hasSize(3);
            assertThat(node.told().size() + other.told().size()).isEqualTo(3);
        }
    }

    @Test
    void what_a_node_was_at_when_it_died_another_sees_to_after_a_while() {
        begun("one", "two");
        node.counted(10, 0);
        Instant now = node.get(Clock.class).instant();
        Reached here = new Reached(node.get(LiveSites.class).latest().release(), 2);
        assertThat(node.get(DriftProgress.class).claim(here, now, now.plus(LEASE))).isPresent();
        try (DriftNode other = node(Map.of())) {
            other.advance(Duration.between(other.get(Clock.class).instant(), now));
            other.look();
            assertThat(other.open()).as("the first may still be at it").isEmpty();
            other.advance(LEASE);
            other.look();

            assertThat(other.open()).hasSize(2);
            assertThat(other.get(DriftProgress.class).reached()).isEqualTo(here);
        }
    }

    @Test
    void a_node_that_died_before_it_could_say_so_has_its_work_repeated_without_a_trace() {
        begun("one");
        node.counted(10, 0);
        node.get(DriftTasks.class).follow(node.get(LiveSites.class).latest(), node.get(Snapshots.class).latest());
        ReviewTask task = node.task();
        node.look();

        assertThat(node.task()).isEqualTo(task);
        assertThat(node.told()).hasSize(1);
    }

    @Test
    void a_task_that_is_closed_while_figures_are_compared_has_them_compared_once_more() {
        begun("share");
        node.counted(10, 0);
        node.look();
        ReviewTask task = node.task();
        node.counted(10, 0);
        Snapshots closing = new ClosingSnapshots(node.get(Snapshots.class), () -> node.byHand().done(task.id()));
        new DriftTasks(node.get(Tasks.class), closing, node.get(FiguredDocuments.class), node.get(Baselines.class),
                node.get(DriftProperties.class)).follow(node.get(LiveSites.class).latest(), closing.latest());

        assertThat(node.byHand().state(task.id())).isEqualTo("done");
        assertThat(node.task().why()).contains("(snapshot 2)", "(snapshot 3)", "from 45% to 50%");
    }

    @Test
    void a_node_that_does_not_know_the_newest_statistics_undoes_nothing() {
        begun("one");
        node.counted(10, 0);
        try (DriftNode behind = node(Map.of("guidepost.quiz.poll", "10d"))) {
            behind.advance(Duration.ofHours(1));
            assertThat(behind.get(Snapshots.class).latest().number()).isEqualTo(2);
            node.counted(10, 0);
            node.look();
            node.released("two", "It depends.");
            behind.look();
            behind.look();

            assertThat(behind.get(Snapshots.class).latest().number()).isEqualTo(2);
            assertThat(node.task().why()).contains("from 40% to 50%");
        }
    }
}
