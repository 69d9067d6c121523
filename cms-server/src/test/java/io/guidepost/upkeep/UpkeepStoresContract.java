package io.guidepost.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import io.guidepost.upkeep.LinkChecks.Claimed;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of this package promise, on whatever database. */
abstract class UpkeepStoresContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DocumentId FAQ = new DocumentId("faq-one");
    private static final DocumentId SOURCE = new DocumentId("source-bls");
    private static final TaskFilter ALL = new TaskFilter(null, null, null);
    private static final String URL = "https://example.org/bls";

    private ReviewTasks tasks;
    private LinkChecks links;
    private Pace pace;

    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        tasks = new MongoReviewTasks(database());
        links = new MongoLinkChecks(database());
        pace = new MongoPace(database());
    }

    private static UUID id(int number) {
        return UUID.fromString("019ca3a5-2a40-7c2e-8f31-00000000000" + number);
    }

    private static ReviewTask task(int number, DocumentId document, String subject) {
        return new ReviewTask(id(number), new Matter(TaskKind.BROKEN_LINK, document, subject), "since noon",
                "It is broken.", NOON, new TaskState.Open());
    }

    @Test
    void a_task_comes_back_as_it_was_opened_and_as_it_was_closed() {
        PersonId eve = new PersonId("eve");
        List<TaskState> states = List.of(new TaskState.Open(), new TaskState.Done(eve, NOON, ""),
                new TaskState.Dismissed(eve, NOON, "So what?"), new TaskState.Settled(NOON));
        for (int i = 0; i < states.size(); i++) {
            ReviewTask opened = task(i, FAQ, "source-" + i);
            assertThat(tasks.add(opened)).isTrue();
            assertThat(tasks.find(id(i))).contains(opened);
            if (i > 0) {
                assertThat(tasks.close(id(i), states.get(i))).isTrue();
                assertThat(tasks.find(id(i)).orElseThrow().state()).isEqualTo(states.get(i));
                assertThat(tasks.close(id(i), states.get(1))).as("it is closed").isFalse();
            }
            assertThat(tasks.list(new TaskFilter(states.get(i).word(), null, null), null, 9)).hasSize(1);
        }
        assertThat(tasks.find(id(9))).isEmpty();
        assertThat(tasks.close(id(9), states.get(1))).isFalse();
    }

    @Test
    void no_two_open_tasks_are_about_the_same_and_a_closed_one_makes_room() {
        assertThat(tasks.add(task(1, FAQ, "source-bls"))).isTrue();
        assertThat(tasks.add(task(2, FAQ, "source-bls"))).isFalse();
        assertThat(tasks.add(task(3, FAQ, "source-other"))).isTrue();
        assertThat(tasks.add(task(4, new DocumentId("faq-two"), "source-bls"))).isTrue();
        assertThat(tasks.close(id(1), new TaskState.Settled(NOON))).isTrue();
        assertThat(tasks.add(task(5, FAQ, "source-bls"))).isTrue();
        assertThat(tasks.close(id(5), new TaskState.Settled(NOON))).isTrue();

        assertThat(tasks.list(ALL, null, 9)).hasSize(4);
        assertThat(tasks.open(TaskKind.BROKEN_LINK, "source-bls")).extracting(ReviewTask::id).containsExactly(id(4));
    }

    @Test
    void many_open_the_same_at_once_and_one_does() throws Exception {
        List<Future<Boolean>> opened = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                int number = i;
                opened.add(nodes.submit(() -> tasks.add(task(number, FAQ, "source-bls"))));
            }
        }
        int done = 0;
        for (Future<Boolean> one : opened) {
            done += one.get() ? 1 : 0;
        }

        assertThat(done).isEqualTo(1);
        assertThat(tasks.list(ALL, null, 9)).hasSize(1);
    }

    @Test
    void tasks_are_listed_the_newest_first_in_pages_and_by_document() {
        for (int i = 1; i < 6; i++) {
            boolean _ = tasks.add(task(i, i % 2 == 0 ? FAQ : new DocumentId("faq-" + i), "source-bls"
                    + i));
        }

        assertThat(tasks.list(ALL, null, 2)).extracting(ReviewTask::id).containsExactly(id(5), id(4));
        assertThat(tasks.list(ALL, id(4), 9)).extracting(ReviewTask::id).containsExactly(id(3), id(2), id(1));
        assertThat(tasks.list(new TaskFilter("open", FAQ, TaskKind.BROKEN_LINK), null, 9)).extracting(ReviewTask::id)
                .containsExactly(id(4), id(2));
        tasks.forget(FAQ);
        assertThat(tasks.list(ALL, null, 9)).hasSize(3);
    }

    @Test
    void what_was_dismissed_is_known_by_its_occasion() {
        ReviewTask task = task(1, FAQ, "source-bls");
        boolean _ = tasks.add(task);
        assertThat(tasks.isDismissed(task.matter(), "since noon")).isFalse();
        boolean _ = tasks.close(id(1), new TaskState.Dismissed(new PersonId("eve"), NOON, "No."));

        assertThat(tasks.isDismissed(task.matter(), "since noon")).isTrue();
        assertThat(tasks.isDismissed(task.matter(), "since one")).isFalse();
        assertThat(tasks.isDismissed(task(2, FAQ, "source-other").matter(), "since noon")).isFalse();
    }

    @Test
    void an_open_task_is_revised_by_whoever_has_read_it_as_it_is() {
        ReviewTask task = task(1, FAQ, "source-bls");
        boolean _ = tasks.add(task);
        assertThat(tasks.revise(task, "since one", "It is gone.")).isTrue();
        assertThat(tasks.revise(task, "since two", "It is lost.")).as("it was revised").isFalse();
        ReviewTask revised = tasks.find(id(1)).orElseThrow();

        assertThat(revised).isEqualTo(new ReviewTask(task.id(), task.matter(), "since one", "It is gone.", NOON,
                new TaskState.Open()));
        boolean _ = tasks.close(id(1), new TaskState.Settled(NOON));
        assertThat(tasks.revise(revised, "since two", "It is lost.")).as("it is closed").isFalse();
    }

    @Test
    void what_people_have_last_seen_to_is_known_by_document() {
        PersonId eve = new PersonId("eve");
        for (int i = 1; i < 6; i++) {
            boolean _ = tasks.add(new ReviewTask(id(i), new Matter(TaskKind.FIGURE_DRIFT, i < 4
                    ? FAQ
                    : new DocumentId("faq-" + i), "figures"), "occasion " + i, "It has moved.", NOON,
                    new TaskState.Open()));
            boolean _ = tasks.close(id(i), i == 1
                    ? new TaskState.Done(eve, NOON, "")
                    : i == 5
                            ? new TaskState.Dismissed(eve, NOON, "No.")
                            : new TaskState.Settled(NOON));
        }
        boolean _ = tasks.add(task(6, SOURCE, "source-bls"));
        boolean _ = tasks.close(id(6), new TaskState.Done(eve, NOON, ""));

        assertThat(tasks.lastSeenTo(TaskKind.FIGURE_DRIFT, "figures")).isEqualTo(Map.of(FAQ, "occasion 1",
                new DocumentId("faq-5"), "occasion 5"));
        boolean _ = tasks.add(new ReviewTask(id(7), new Matter(TaskKind.FIGURE_DRIFT, FAQ, "figures"), "occasion 7",
                "It has moved.", NOON, new TaskState.Open()));
        assertThat(tasks.lastSeenTo(TaskKind.FIGURE_DRIFT, "figures")).containsEntry(FAQ, "occasion 1");
        boolean _ = tasks.close(id(7), new TaskState.Dismissed(eve, NOON, "No."));
        assertThat(tasks.lastSeenTo(TaskKind.FIGURE_DRIFT, "figures")).containsEntry(FAQ, "occasion 7");
    }

    @Test
    void a_link_comes_back_as_it_was_checked() {
        links.track(SOURCE, URL, NOON);
        assertThat(links.find(SOURCE)).contains(CheckedLink.unchecked(SOURCE, URL, NOON));
        Claimed claimed = links.claim(NOON, NOON.plusSeconds(60)).orElseThrow();
        Progress further = Progress.start(URL).redirected("https://example.org/new", true).asWhole();
        links.putBack(claimed, further, NOON.plusSeconds(5));
        assertThat(links.find(SOURCE).orElseThrow().progress()).isEqualTo(further);
        CheckedLink checked = new CheckedLink(SOURCE, URL,
                new Verdict(LinkResult.MOVED, 200, "https://example.org/new", "Moved."), NOON, NOON.minusSeconds(9), 0,
                NOON.plus(Duration.ofDays(7)), null);
        links.conclude(links.claim(NOON.plusSeconds(5), NOON.plusSeconds(60)).orElseThrow(), checked);

        assertThat(links.find(SOURCE)).contains(checked);
        assertThat(links.list(LinkResult.MOVED, null, 9)).containsExactly(checked);
        assertThat(links.list(LinkResult.WORKS, null, 9)).isEmpty();
        assertThat(links.list(null, SOURCE, 9)).isEmpty();
        assertThat(links.urls()).containsOnlyKeys(SOURCE).containsValue(URL);
    }

    @Test
    void another_link_of_the_source_begins_anew_and_the_same_goes_on() {
        links.track(SOURCE, URL, NOON);
        Claimed claimed = links.claim(NOON, NOON.plusSeconds(60)).orElseThrow();
        links.track(SOURCE, URL, NOON.plusSeconds(1));
        assertThat(links.claim(NOON.plusSeconds(1), NOON.plusSeconds(60))).as("it is being checked").isEmpty();
        links.track(SOURCE, URL + "/new", NOON.plusSeconds(2));
        links.conclude(claimed, claimed.link());

        assertThat(links.find(SOURCE))
                .contains(CheckedLink.unchecked(SOURCE, URL + "/new", NOON.plusSeconds(2)));
        links.forget(SOURCE);
        assertThat(links.find(SOURCE)).isEmpty();
    }

    @Test
    void a_link_is_claimed_by_one_and_asking_for_it_does_not_disturb() {
        links.track(SOURCE, URL, NOON);
        Claimed first = links.claim(NOON, NOON.plusSeconds(60)).orElseThrow();
        links.ask(SOURCE, NOON.plusSeconds(1));
        assertThat(links.claim(NOON.plusSeconds(59), NOON.plusSeconds(90))).isEmpty();
        Claimed second = links.claim(NOON.plusSeconds(60), NOON.plusSeconds(120)).orElseThrow();
        links.putBack(first, Progress.start("https://example.org/late"), NOON);
        assertThat(links.find(SOURCE).orElseThrow().progress()).isNull();
        links.putBack(second, Progress.start(URL), NOON.plusSeconds(500));
        links.ask(SOURCE, NOON.plusSeconds(70));

        assertThat(links.claim(NOON.plusSeconds(70), NOON.plusSeconds(120))).isPresent();
    }

    @Test
    void a_host_is_taken_once_in_each_pause() throws Exception {
        Duration pause = Duration.ofSeconds(5);
        List<Future<Boolean>> taken = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                taken.add(nodes.submit(() -> pace.take("example.org", NOON, pause)));
            }
        }
        int done = 0;
        for (Future<Boolean> one : taken) {
            done += one.get() ? 1 : 0;
        }

        assertThat(done).isEqualTo(1);
        assertThat(pace.take("example.net", NOON, pause)).isTrue();
        assertThat(pace.next("example.org", NOON)).isEqualTo(NOON.plus(pause));
        assertThat(pace.take("example.org", NOON.plusSeconds(4), pause)).isFalse();
        assertThat(pace.take("example.org", NOON.plusSeconds(5), pause)).isTrue();
        assertThat(pace.next("nowhere.example", NOON)).isEqualTo(NOON);
        pace.leave("example.org", NOON.plusSeconds(30));
        assertThat(pace.take("example.org", NOON.plusSeconds(29), pause)).isFalse();
        pace.leave("example.org", NOON.plusSeconds(10));
        pace.forget(NOON.plusSeconds(6));
        assertThat(pace.next("example.org", NOON)).isEqualTo(NOON.plusSeconds(10));
        assertThat(pace.next("example.net", NOON)).isEqualTo(NOON);
    }
}
