package io.guidepost.quiz.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The responses with the log of their changes, and what a writer leaves who was cut short. */
abstract class ResponsesContract {

    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");

    private Responses responses;
    private MongoCollection<Document> log;

    abstract MongoDatabase database();

    @BeforeEach
    void start() {
        responses = new MongoResponses(database());
        log = database().getCollection("response_changes");
    }

    private static Response response(String id, String priority) {
        return new Response(id, AT, "DE", "student", List.of("ux-designer"), Map.of("priority", List.of(priority)), 1);
    }

    private static List<Response> several(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> response("taker-%05d".formatted(i), "earn-more")).toList();
    }

    private List<Response> all() {
        List<Response> all = new ArrayList<>();
        responses.all(responses.newest(), all::add);
        return all;
    }

    /** What changed after a number: all that was added, and what was removed with a minus. */
    private List<String> changes(long after) {
        List<String> changes = new ArrayList<>();
        responses.changes(after, responses.newest(), added -> changes.add(added.id() + " " + priority(added)),
                removed -> changes.add("-" + removed.id() + " " + priority(removed)));
        return changes;
    }

    private static String priority(Response response) {
        return response.answers().get("priority").getFirst();
    }

    @Test
    void what_is_sent_again_changes_nothing_at_all() {
        assertThat(responses.add(several(0, 3))).isEqualTo(new Responses.Added(3, 0));

        assertThat(responses.add(several(0, 3))).isEqualTo(new Responses.Added(0, 3));
        assertThat(responses.add(several(2, 5))).isEqualTo(new Responses.Added(2, 1));

        assertThat(responses.newest()).as("one change for each sending that brought something").isEqualTo(2);
        assertThat(changes(1)).containsExactlyInAnyOrder("taker-00003 earn-more", "taker-00004 earn-more");
        assertThat(all()).containsExactlyInAnyOrderElementsOf(several(0, 5));
    }

    @Test
    void a_correction_takes_the_place_of_what_was_there() {
        responses.add(several(0, 2));

        assertThat(responses.correct(response("taker-00001", "own-business"))).isTrue();
        assertThat(responses.correct(response("taker-00001", "own-business"))).isFalse();

        assertThat(changes(1)).containsExactlyInAnyOrder("-taker-00001 earn-more", "taker-00001 own-business");
        assertThat(all()).containsExactlyInAnyOrder(response("taker-00000", "earn-more"), response("taker-00001",
                "own-business"));
    }

    @Test
    void an_erased_response_leaves_nothing_but_its_id_and_does_not_come_back() {
        responses.add(several(0, 2));
        assertThat(responses.erase("taker-00001")).isTrue();
        assertThat(responses.erase("taker-00001")).isFalse();

        assertThat(responses.add(several(0, 2))).isEqualTo(new Responses.Added(0, 2));
        assertThat(changes(1)).containsExactly("-taker-00001 earn-more");
        assertThat(all()).containsExactly(response("taker-00000", "earn-more"));
        assertThatThrownBy(() -> responses.correct(response("taker-00001", "own-business"))).isInstanceOf(
                UnknownResponseException.class);

        responses.forget(responses.newest());
        Document stored = database().getCollection("responses").find(Filters.eq("_id", "taker-00001")).first();
        assertThat(stored).containsOnlyKeys("_id", "entry");
        assertThat(log.find()).hasSize(2).allSatisfy(change -> assertThat(change).containsOnlyKeys("_id", "kind",
                "settled"));
    }

    @Test
    void one_that_was_never_there_can_neither_be_corrected_nor_erased() {
        assertThatThrownBy(() -> responses.correct(response("taker-00001", "own-business"))).isInstanceOf(
                UnknownResponseException.class);
        assertThatThrownBy(() -> responses.erase("taker-00001")).isInstanceOf(UnknownResponseException.class);
        assertThat(responses.newest()).isZero();
    }

    @Test
    void what_was_counted_up_to_a_number_stays_so_whatever_comes_later() {
        responses.add(several(0, 2));
        long counted = responses.newest();
        responses.correct(response("taker-00000", "own-business"));
        responses.erase("taker-00001");
        responses.add(several(2, 3));

        List<Response> then = new ArrayList<>();
        responses.all(counted, then::add);

        assertThat(then).containsExactlyInAnyOrderElementsOf(several(0, 2));
        responses.correct(response("taker-00000", "stable-job"));
        assertThatThrownBy(() -> responses.all(counted, then::add)).isInstanceOf(ForgottenChangesException.class);
    }

    @Test
    void what_is_forgotten_is_not_told_as_if_nothing_had_been() {
        responses.add(several(0, 2));
        responses.add(several(2, 3));
        responses.forget(1);

        assertThatThrownBy(() -> changes(0)).isInstanceOf(ForgottenChangesException.class);
        assertThat(changes(1)).containsExactly("taker-00002 earn-more");
        responses.forget(2);
        assertThatThrownBy(() -> changes(1)).isInstanceOf(ForgottenChangesException.class);
        assertThat(responses.add(several(3, 4)).stored()).isEqualTo(1);
        assertThat(changes(2)).containsExactly("taker-00003 earn-more");
    }

    @Test
    void a_number_is_not_taken_again_once_it_is_forgotten() {
        responses.add(several(0, 2));
        Responses heldUp = new MongoResponses(database());
        responses.add(several(2, 3));
        responses.add(several(3, 4));
        responses.forget(3);

        heldUp.add(several(4, 5));

        assertThat(responses.newest()).isEqualTo(4);
        assertThat(changes(3)).containsExactly("taker-00004 earn-more");
    }

    @Test
    void of_very_many_the_numbers_are_let_go_but_not_of_the_last() {
        log.insertOne(new Document("_id", 20_000L).append("kind", "ADD").append("settled", true));
        responses.add(several(0, 1));
        responses.add(several(1, 2));

        responses.forget(20_002);

        assertThat(log.find()).extracting(change -> change.get("_id")).containsExactly(20_000L, 20_001L, 20_002L);
        assertThat(responses.add(several(2, 3)).stored()).isEqualTo(1);
        responses.forget(30_000);
        assertThat(log.find()).extracting(change -> change.get("_id")).containsExactly(20_001L, 20_002L, 20_003L);
    }

    /** Makes the newest change one that was written down, of which nothing more is known. */
    private void unsettle() {
        log.updateOne(Filters.eq("_id", responses.newest()), Updates.combine(Updates.set("settled", false), Updates
                .unset("lost"), Updates.unset("removed"), Updates.unset("void")));
    }

    @Test
    void responses_of_which_only_some_were_stored_count_once_each() {
        responses.add(several(0, 10));
        unsettle();
        database().getCollection("responses").deleteMany(Filters.gte("_id", "taker-00004"));

        assertThat(changes(0)).hasSize(10);
        assertThat(all()).containsExactlyInAnyOrderElementsOf(several(0, 10));
        assertThat(responses.add(several(0, 10))).isEqualTo(new Responses.Added(0, 10));
    }

    @Test
    void one_that_two_changes_brought_counts_for_the_one_that_stored_it() {
        responses.add(several(0, 2));
        responses.add(several(2, 4));
        log.updateOne(Filters.eq("_id", 2L), Updates.set("added", log.find(Filters.eq("_id", 1L)).first().get(
                "added")));
        unsettle();

        assertThat(changes(0)).containsExactlyInAnyOrder("taker-00000 earn-more", "taker-00001 earn-more");
    }

    @Test
    void a_response_that_was_only_written_down_can_be_corrected_and_erased() {
        MongoCollection<Document> stored = database().getCollection("responses");
        responses.add(several(0, 2));
        unsettle();
        stored.deleteMany(new Document());
        assertThat(responses.erase("taker-00000")).isTrue();
        responses.add(several(2, 3));
        unsettle();
        stored.deleteOne(Filters.eq("_id", "taker-00002"));
        assertThat(responses.correct(response("taker-00002", "own-business"))).isTrue();

        assertThat(responses.add(several(0, 3))).isEqualTo(new Responses.Added(0, 3));
        assertThat(all()).containsExactlyInAnyOrder(response("taker-00001", "earn-more"), response("taker-00002",
                "own-business"));
        assertThatThrownBy(() -> responses.erase("taker-00009")).isInstanceOf(UnknownResponseException.class);
    }

    @Test
    void a_correction_that_was_only_written_down_is_done_by_whoever_counts() {
        responses.add(several(0, 1));
        Document before = database().getCollection("responses").find().first();
        responses.correct(response("taker-00000", "own-business"));
        unsettle();
        database().getCollection("responses").replaceOne(Filters.eq("_id", "taker-00000"), before);

        assertThat(changes(1)).containsExactlyInAnyOrder("-taker-00000 earn-more", "taker-00000 own-business");
        assertThat(all()).containsExactly(response("taker-00000", "own-business"));
    }

    @Test
    void a_correction_that_was_done_and_not_settled_is_told_as_it_was() {
        responses.add(several(0, 1));
        responses.correct(response("taker-00000", "own-business"));
        unsettle();

        assertThat(changes(1)).containsExactlyInAnyOrder("-taker-00000 earn-more", "taker-00000 own-business");
    }

    @Test
    void one_that_was_not_settled_is_before_the_next_one_comes() {
        responses.add(several(0, 1));
        responses.correct(response("taker-00000", "own-business"));
        unsettle();
        responses.correct(response("taker-00000", "stable-job"));

        assertThat(changes(1)).containsExactlyInAnyOrder("-taker-00000 earn-more", "taker-00000 own-business",
                "-taker-00000 own-business", "taker-00000 stable-job");
    }

    @Test
    void a_correction_that_came_too_late_does_nothing() {
        responses.add(several(0, 1));
        responses.correct(response("taker-00000", "own-business"));
        unsettle();
        long late = responses.newest();
        responses.erase("taker-00000");
        log.updateOne(Filters.eq("_id", late), Updates.combine(Updates.set("settled", false), Updates.unset(
                "removed")));
        Document erased = database().getCollection("responses").find().first();
        erased.put("was", new Document("at", Date.from(AT)).append("country", "DE").append("background",
                "student").append("roles", List.of("ux-designer")).append("answers", new Document("priority",
                        List.of(
                                "earn-more")))
                .append("quiz", 1).append("entry", 1L));
        database().getCollection("responses").replaceOne(Filters.eq("_id", "taker-00000"), erased);

        List<String> changes = new ArrayList<>();
        responses.changes(1, late, added -> changes.add("+"), removed -> changes.add("-"));

        assertThat(changes).isEmpty();
    }

    @Test
    void many_who_change_the_same_responses_at_once_agree_on_what_is_there() throws Exception {
        responses.add(several(0, 3));
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = "taker-%05d".formatted(i % 3);
            String priority = List.of("own-business", "stable-job", "meaningful-work", "learn-new-field").get(i % 4);
            Responses other = new MongoResponses(database());
            writers.add(() -> other.correct(response(id, priority)));
        }
        writers.add(() -> new MongoResponses(database()).add(several(0, 40)).stored() >= 0);
        writers.add(() -> new MongoResponses(database()).add(several(20, 60)).stored() >= 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> done : threads.invokeAll(writers)) {
                assertThat(done.get()).isNotNull();
            }
        }

        Map<String, Integer> folded = new TreeMap<>();
        responses.changes(0, responses.newest(), added -> folded.merge(added.id() + " " + priority(added), 1,
                Integer::sum), removed -> folded.merge(removed.id() + " " + priority(removed), -1, Integer::sum));
        folded.values().removeIf(count -> count == 0);
        Map<String, Integer> there = new TreeMap<>();
        all().forEach(response -> there.merge(response.id() + " " + priority(response), 1, Integer::sum));
        assertThat(folded).isEqualTo(there).hasSize(60);
    }
}
