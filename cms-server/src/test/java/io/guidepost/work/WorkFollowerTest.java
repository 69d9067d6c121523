package io.guidepost.work;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.work.WorkNode.id;
import static io.guidepost.work.WorkNode.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.embedded.TestElasticsearch;
import io.guidepost.embedded.SharedElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.mongodb.client.MongoDatabase;
import io.guidepost.content.ContentModel;
import io.guidepost.content.Schemas;
import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Notes;
import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.FakeLiveSites.Published;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the index follows the working copies: on several servers, through a crash, and beside the public index. */
class WorkFollowerTest {

    private static final ContentModel REAL = ContentModel.parse(Schemas.real());

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = new SettableClock();
    private final String alias = TestElasticsearch.alias("work");

    private WorkNode open(ContentModel model) {
        return new WorkNode(model, mongo.database(), ELASTICSEARCH.client(), alias, clock);
    }

    @Test
    void two_servers_follow_at_once_and_the_index_ends_as_the_documents_are() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (WorkNode one = open(Notes.MODEL);
                WorkNode other = open(Notes.MODEL);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> following = List.of(one, other).stream().<Future<?>>map(node -> threads.submit(() -> {
                while (!written.get()) {
                    node.tick();
                }
            })).toList();
            try {
                for (int i = 0; i < 20; i++) {
                    (i % 2 == 0 ? one : other).write("note-" + i, "Note " + i, "First.");
                    for (int version = 1; version <= i % 4; version++) {
                        (i % 2 == 0 ? other : one).get(Editing.class).save(ADA, id("note-" + i), version,
                                note("note-" + i, "Note " + i, "Version " + (version + 1)));
                    }
                }
            } finally {
                written.set(true);
            }
            for (Future<?> thread : following) {
                thread.get();
            }
            one.tick();

            assertThat(one.body("").get("behind").asInt()).isZero();
            JsonNode page = other.body("limit=100");
            assertThat(page.get("total").asInt()).isEqualTo(20);
            Documents documents = one.get(Documents.class);
            assertThat(page.get("items").valueStream()).allSatisfy(item -> assertThat(item.get("version").asInt())
                    .isEqualTo(documents.find(id(item.get("id").asString())).orElseThrow().version()));
            assertThat(other.ids("text=%22version%204%22")).containsExactlyInAnyOrder("note-3", "note-7", "note-11",
                    "note-15", "note-19");
        }
    }

    @Test
    void what_was_indexed_but_not_noted_so_in_a_crash_is_indexed_again() {
        try (WorkNode node = open(Notes.MODEL)) {
            node.write("note-a", "Pay", "Pay.");
            node.write("note-b", "Hours", "Hours.");
            ChangedDocuments changes = node.get(ChangedDocuments.class);
            WorkFollower dying = node.follower(new Dying(changes), node.index());
            assertThatThrownBy(dying::tick).hasMessage("The server died.");
            assertThat(node.ids("")).containsExactlyInAnyOrder("note-a", "note-b");
            assertThat(node.body("").get("behind").asInt()).isEqualTo(2);
            node.get(Editing.class).save(ADA, id("note-b"), 1, note("note-b", "Hours", "Fewer hours."));

            List<String> again = new ArrayList<>();
            node.follower(changes, new Watched(node.index(), again)).tick();

            assertThat(again).containsExactlyInAnyOrder("note-a", "note-b");
            assertThat(node.body("").get("behind").asInt()).isZero();
            assertThat(node.ids("text=fewer")).containsExactly("note-b");
        }
    }

    @Test
    void what_is_announced_is_indexed_as_soon_as_it_is_there() {
        try (WorkNode node = open(Notes.MODEL)) {
            node.write("note-a", "Pay", "Pay.");
            Announced changes = new Announced();
            changes.pending.add(new Changed(id("note-a"), 2, 2, "a"));
            List<String> put = new ArrayList<>();
            WorkFollower follower = node.follower(changes, new Watched(node.index(), put));
            follower.tick();
            follower.tick();
            assertThat(node.ids("")).containsExactly("note-a");
            assertThat(put).as("nothing came of it since").containsExactly("note-a");
            assertThat(follower.caughtUp()).isNull();

            node.get(Editing.class).save(ADA, id("note-a"), 1, note("note-a", "Pay", "More pay."));
            follower.tick();

            assertThat(node.ids("text=more")).containsExactly("note-a");
            assertThat(changes.pending).isEmpty();
            assertThat(follower.caughtUp()).isEqualTo(clock.instant());
        }
    }

    @Test
    void what_is_announced_once_more_is_not_waited_for_twice() {
        try (WorkNode node = open(Notes.MODEL)) {
            node.write("note-a", "Pay", "Pay.");
            Announced changes = new Announced();
            changes.pending.add(new Changed(id("note-a"), 2, 2, "a"));
            WorkFollower follower = node.follower(changes, node.index());
            follower.tick();

            node.get(Editing.class).save(ADA, id("note-a"), 1, note("note-a", "Pay", "More pay."));
            changes.pending.set(0, new Changed(id("note-a"), 2, 2, "b"));
            follower.tick();

            assertThat(follower.caughtUp()).isEqualTo(clock.instant());
        }
    }

    @Test
    void what_another_server_has_seen_to_is_not_waited_for() {
        try (WorkNode node = open(Notes.MODEL)) {
            Announced changes = new Announced();
            changes.pending.add(new Changed(id("note-a"), 1, 1, "a"));
            WorkFollower follower = node.follower(changes, node.index());
            follower.tick();
            assertThat(follower.caughtUp()).isNull();

            changes.pending.clear();
            follower.tick();

            assertThat(follower.caughtUp()).isEqualTo(clock.instant());
        }
    }

    @Test
    void what_never_comes_keeps_nothing_waiting_that_does() {
        try (WorkNode node = open(Notes.MODEL)) {
            Announced changes = new Announced();
            for (int i = 0; i < 5 * WorkNode.SETTINGS.batch(); i++) {
                changes.pending.add(new Changed(id("never-" + i), 1, 1, "never-" + i));
            }
            changes.pending.add(new Changed(id("note-a"), 1, 1, "a"));
            WorkFollower follower = node.follower(changes, node.index());
            follower.tick();
            assertThat(node.ids("")).isEmpty();

            node.write("note-a", "Pay", "Pay.");
            for (int i = 0; i < 6; i++) {
                follower.tick();
            }

            assertThat(node.ids("")).containsExactly("note-a");
            assertThat(changes.pending).hasSize(5 * WorkNode.SETTINGS.batch());
        }
    }

    @Test
    void what_is_announced_and_never_comes_is_given_up_after_a_while() {
        try (WorkNode node = open(Notes.MODEL)) {
            node.write("note-a", "Pay", "Pay.");
            Announced changes = new Announced();
            changes.pending.add(new Changed(id("note-a"), 2, 2, "a"));
            changes.pending.add(new Changed(id("note-b"), 1, 1, "b"));
            WorkFollower follower = node.follower(changes, node.index());
            follower.tick();
            follower.tick();
            assertThat(changes.pending).hasSize(2);

            clock.advance(Duration.ofMinutes(1));
            follower.tick();

            assertThat(changes.pending).isEmpty();
            assertThat(follower.caughtUp()).isEqualTo(clock.instant());
            assertThat(node.ids("")).containsExactly("note-a");
        }
    }

    @Test
    void problems_that_come_with_time_or_by_other_documents_are_found_within_a_day() {
        try (WorkNode node = open(REAL)) {
            Editing editing = node.get(Editing.class);
            ObjectNode source = ContentNode.source("bls").put("expires", "2026-03-02");
            editing.create(ADA, "Source", id("source-bls"), source);
            editing.create(ADA, "Faq", id("faq-pay"), ContentNode.faq("pay", "Enough [@bls]."));
            node.tick();
            assertThat(node.ids("problem=expired-source")).isEmpty();

            clock.advance(Duration.ofDays(2));
            assertThat(node.ids("problem=expired-source")).isEmpty();
            node.follower(node.get(ChangedDocuments.class), node.index()).tick();
            assertThat(node.ids("problem=expired-source")).containsExactlyInAnyOrder("source-bls", "faq-pay");

            source.put("status", "WITHDRAWN");
            editing.save(ADA, id("source-bls"), 1, source.deepCopy());
            node.tick();
            assertThat(node.ids("problem=withdrawn-source")).containsExactly("source-bls");
            assertThat(node.ids("problem=any")).doesNotContain("faq-pay");
            clock.advance(Duration.ofDays(2));
            for (int tick = 0; tick < 20; tick++) {
                node.tick();
            }
            assertThat(node.ids("problem=withdrawn-source")).containsExactlyInAnyOrder("source-bls", "faq-pay");
            assertThat(node.ids("problem=any")).contains("faq-pay");
        }
    }

    @Test
    void an_entry_of_a_document_that_is_no_more_goes_with_time() {
        try (WorkNode node = open(Notes.MODEL)) {
            node.write("note-a", "Pay", "Pay.");
            node.tick();
            mongo.database().getCollection("documents").deleteOne(new org.bson.Document("_id", "note-a"));
            clock.advance(Duration.ofDays(2));
            node.follower(node.get(ChangedDocuments.class), node.index()).tick();

            assertThat(node.ids("")).isEmpty();
        }
    }

    @Test
    void drafts_never_come_into_the_public_index_beside_them() throws Exception {
        FakeLiveSites live = new FakeLiveSites();
        ObjectNode published = JsonMapper.shared().createObjectNode().put("slug", "accountant")
                .put("role", "accountant").put("intro", "Speakable words.");
        try (WorkNode node = open(REAL); AnnotationConfigApplicationContext _ = related(live)) {
            node.get(Editing.class).create(ADA, "RoleGuide", id("guide-accountant"), published);
            live.publish(clock.instant(),
                    List.of(new Published("RoleGuide", "guide-accountant", "accountant", published)));
            node.get(Documents.class).project(List.of(new Documents.Projected(id("guide-accountant"), 1, 1)));
            node.get(Editing.class).save(ADA, id("guide-accountant"), 1,
                    published.deepCopy().put("intro", "Unspeakable secret."));
            node.get(Editing.class).create(ADA, "RoleGuide", id("guide-secret"),
                    JsonMapper.shared().createObjectNode().put("role", "unspeakable spy").put("intro", "Unspeakable."));
            await().atMost(TestElasticsearch.PATIENCE).ignoreExceptions()
                    .until(() -> !indexes("speakable").isEmpty());
            node.tick();
            live.publish(clock.instant(), List.of(new Published("RoleGuide", "guide-clerk", "clerk",
                    published.deepCopy().put("slug", "clerk").put("intro", "Punctual words."))));
            await().atMost(TestElasticsearch.PATIENCE).until(() -> !indexes("punctual").isEmpty());

            assertThat(node.ids("text=unspeakable")).containsExactlyInAnyOrder("guide-accountant", "guide-secret");
            assertThat(indexes("unspeakable")).isNotEmpty().allMatch((alias + "-v1")::equals);
            assertThat(indexes("punctual")).singleElement().asString().startsWith("guidepost-guides-");
        }
    }

    private AnnotationConfigApplicationContext related(FakeLiveSites live) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        // The client is everybody's: it does not end with the context.
        context.registerBean(ElasticsearchClient.class, ELASTICSEARCH::client, bean -> bean.setDestroyMethodName(""));
        context.registerBean(ContentModel.class, () -> REAL);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(FakeLiveSites.class, () -> live);
        context.registerBean(FakeSnapshots.class, FakeSnapshots::new);
        context.registerBean(MongoDatabase.class, mongo::database);
        context.registerBean(ElasticsearchProperties.class, ElasticsearchProperties::new);
        TestPropertyValues.of("guidepost.related.embeddings.enabled=false").applyTo(context);
        context.scan("io.guidepost.related");
        context.refresh();
        return context;
    }

    /** The indexes, of any kind, that hold a word. */
    private static List<String> indexes(String word) throws Exception {
        return ELASTICSEARCH.client().search(request -> request.index("*").size(50)
                .query(query -> query.multiMatch(match -> match.query(word))), ObjectNode.class).hits().hits().stream()
                .map(hit -> hit.index()).toList();
    }

    /** Changes that are said to come. */
    private static final class Announced implements ChangedDocuments {

        private final List<Changed> pending = new ArrayList<>();

        @Override
        public List<Changed> pending(Follower follower, int limit) {
            return pending.stream().limit(limit).toList();
        }

        @Override
        public void done(Follower follower, Changed changed) {
            pending.remove(changed);
        }

        @Override
        public void startOver(Follower follower) {}
    }

    /** Indexes on, but dies before it notes that. */
    private record Dying(ChangedDocuments changes) implements ChangedDocuments {

        @Override
        public List<Changed> pending(Follower follower, int limit) {
            return changes.pending(follower, limit);
        }

        @Override
        public void done(Follower follower, Changed changed) {
            throw new IllegalStateException("The server died.");
        }

        @Override
        public void startOver(Follower follower) {
            changes.startOver(follower);
        }
    }

    /** Takes down what is put into an index. */
    private record Watched(WorkIndex index, List<String> put) implements WorkIndex {

        @Override
        public State prepare() {
            return index.prepare();
        }

        @Override
        public void begun() {
            index.begun();
        }

        @Override
        public void put(Collection<WorkEntry> entries, Collection<String> gone) {
            entries.forEach(entry -> put.add(entry.id()));
            index.put(entries, gone);
        }

        @Override
        public List<String> checkedBefore(Instant before, int limit) {
            return index.checkedBefore(before, limit);
        }

        @Override
        public Found find(WorkQuery query) {
            return index.find(query);
        }
    }
}
