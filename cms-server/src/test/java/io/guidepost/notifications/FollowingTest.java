package io.guidepost.notifications;

import static io.guidepost.notifications.NewsNode.id;
import static io.guidepost.notifications.Team.ANN;
import static io.guidepost.notifications.Team.EDGAR;
import static io.guidepost.notifications.Team.EVE;
import static io.guidepost.notifications.Team.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Reviewing;
import io.guidepost.release.Change;
import io.guidepost.release.LiveSites;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Colleagues;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** That nothing is lost and nothing told twice. */
class FollowingTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private NewsNode node() {
        return new NewsNode(mongo.database());
    }

    private static DocumentFollower follower(NewsNode node, ChangedDocuments changes, Clock clock) {
        return new DocumentFollower(changes, node.get(Documents.class), node.get(WorkflowNews.class),
                node.get(PlanNews.class),
                node.get(Notifying.class), node.get(MootReviews.class), clock);
    }

    /** A database that loses its client before a change is noted as done with. */
    private record Crashing(ChangedDocuments changes) implements ChangedDocuments {

        @Override
        public List<Changed> pending(Follower follower, int limit) {
            return changes.pending(follower, limit);
        }

        @Override
        public void done(Follower follower, Changed changed) {
            throw new IllegalStateException("The node is gone.");
        }

        @Override
        public void startOver(Follower follower) {
            changes.startOver(follower);
        }
    }

    @Test
    void a_node_that_dies_before_a_change_is_done_with_loses_nothing_and_nothing_is_told_twice() {
        try (NewsNode node = node()) {
            node.approved(ANN, EVE, "one");
            DocumentFollower dying = follower(node, new Crashing(node.get(ChangedDocuments.class)),
                    Clock.systemUTC());
            assertThatThrownBy(dying::round).hasMessage("The node is gone.");
            int told = node.all();
            node.get(Notifications.class).read(ANN.id(), node.of(ANN).getFirst().id(), node.of(ANN).getFirst().at());
            assertThat(node.get(ChangedDocuments.class).pending(Follower.NOTIFICATIONS, 9)).hasSize(1);
            node.round();

            assertThat(told).isEqualTo(4);
            assertThat(node.all()).isEqualTo(told);
            assertThat(node.of(ANN).getFirst().read()).as("is still read").isNotNull();
            assertThat(node.get(ChangedDocuments.class).pending(Follower.NOTIFICATIONS, 9)).isEmpty();
        }
    }

    @Test
    void a_node_that_dies_before_a_release_is_done_with_loses_nothing_and_nothing_is_told_twice() {
        try (NewsNode node = node()) {
            node.round();
            node.approved(ANN, EVE, "one");
            node.released(LINUS, Change.publish(id("one")));
            Progress dead = new MongoProgress(mongo.database()) {

                @Override
                public void advance(int release) {
                    throw new IllegalStateException("The node is gone.");
                }
            };
            ReleaseFollower dying = new ReleaseFollower(node.get(Releases.class), node.get(LiveSites.class),
                    node.get(ReleaseNews.class), node.get(Notifying.class), dead);
            assertThatThrownBy(dying::round).hasMessage("The node is gone.");
            assertThat(node.kinds(ANN)).containsExactly(NotificationKind.PUBLISHED);
            node.round();

            assertThat(node.kinds(ANN)).containsExactlyInAnyOrder(NotificationKind.PUBLISHED,
                    NotificationKind.APPROVED);
            assertThat(new MongoProgress(mongo.database()).release(() -> 0)).isEqualTo(1);
        }
    }

    @Test
    void two_nodes_at_once_tell_everything_once() throws Exception {
        try (NewsNode one = node(); NewsNode two = node(); ExecutorService threads = Executors.newFixedThreadPool(3)) {
            CyclicBarrier start = new CyclicBarrier(3);
            int documents = 30;
            List<Future<?>> running = new ArrayList<>();
            running.add(threads.submit(() -> {
                start.await();
                for (int i = 0; i < documents; i++) {
                    one.written(ANN, "note-" + i);
                    one.reviewing().submit(ANN, id("note-" + i), 1, new Reviewers(Set.of(EVE.id()), null), "");
                    one.reviewing().approve(EVE, id("note-" + i), 2);
                    one.editing().save(EDGAR, id("note-" + i), 3, ContentNode.faq("note-" + i, "Otherwise."));
                }
                return null;
            }));
            for (NewsNode node : List.of(one, two)) {
                running.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 40; i++) {
                        node.round();
                    }
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
            one.round();
            two.round();

            assertThat(one.get(ChangedDocuments.class).pending(Follower.NOTIFICATIONS, 99)).isEmpty();
            assertThat(one.kinds(ANN)).hasSize(documents).containsOnly(NotificationKind.APPROVED);
            assertThat(one.kinds(EVE)).hasSize(2 * documents).containsOnly(NotificationKind.REVIEW_REQUESTED,
                    NotificationKind.APPROVAL_VOIDED);
            assertThat(one.all()).isEqualTo(3 * documents);
        }
    }

    @Test
    void of_a_long_history_just_what_is_new_is_told_and_all_of_it() {
        try (NewsNode node = node()) {
            node.written(ANN, "one");
            node.round();
            for (int version = 1; version < 121; version += 2) {
                node.reviewing().submit(ANN, id("one"), version, new Reviewers(Set.of(EVE.id()), null), "");
                node.reviewing().requestChanges(EVE, id("one"), version + 1, "No.");
            }
            node.round();

            assertThat(node.kinds(EVE)).hasSize(60);
            assertThat(node.kinds(ANN)).hasSize(60);
        }
    }

    @Test
    void what_happened_before_anybody_was_told_of_anything_is_not_told() {
        try (ContentNode earlier = new ContentNode(mongo.database(), Earlier.class)) {
            earlier.get(Editing.class).create(ANN, "Faq", id("one"),
                    ContentNode.faq("one", "As it is."));
            earlier.get(Reviewing.class).submit(ANN, id("one"), 1);
            earlier.get(Reviewing.class).approve(EVE, id("one"), 2);
            earlier.get(Releases.class).publish(LINUS, new ReleaseRequest(
                    List.of(Change.publish(id("one"))), "Before"));
        }
        try (NewsNode node = node()) {
            node.round();
            assertThat(node.all()).isZero();
            node.editing().save(ANN, id("one"), 3, ContentNode.faq("one", "Otherwise."));
            node.round();
            assertThat(node.kinds(EVE)).containsExactly(NotificationKind.APPROVAL_VOIDED);
        }
    }

    /** No stereotype: never scanned. */
    static class Earlier {

        @Bean
        @Primary
        Colleagues team() {
            return new Team();
        }
    }

    @Test
    void a_change_that_was_announced_and_is_not_there_is_waited_for_and_holds_nothing_up() {
        try (NewsNode node = node()) {
            SettableClock clock = new SettableClock();
            ChangedDocuments changes = node.get(ChangedDocuments.class);
            DocumentFollower follower = follower(node, changes, clock);
            for (int i = 0; i < 150; i++) {
                announce("ghost-" + i, 1);
            }
            node.submitted(ANN, "one");
            announce("faq-one", 3);
            follower.round();
            follower.round();
            assertThat(node.kinds(EVE)).as("what is there is told").containsExactly(NotificationKind.REVIEW_REQUESTED);
            node.submitted(ANN, "two");
            follower.round();
            assertThat(node.kinds(EVE)).hasSize(2);
            assertThat(changes.pending(Follower.NOTIFICATIONS, 999)).hasSize(151);

            node.reviewing().approve(EVE, id("one"), 2);
            follower.round();
            assertThat(node.kinds(ANN)).containsExactly(NotificationKind.APPROVED);
            clock.advance(Duration.ofMinutes(61));
            follower.round();
            assertThat(changes.pending(Follower.NOTIFICATIONS, 999)).as("it will not come any more").isEmpty();
        }
    }

    /** What a node has written that died before it made the change. */
    private void announce(String document, int version) {
        var changes = mongo.database().getCollection("document-changes");
        changes.deleteOne(new Document("_id", "NOTIFICATIONS " + document));
        changes.insertOne(new Document("_id", "NOTIFICATIONS " + document).append("follower", "NOTIFICATIONS")
                .append("document", document).append("from", 1).append("version", version)
                .append("mark", new ObjectId()));
    }
}
