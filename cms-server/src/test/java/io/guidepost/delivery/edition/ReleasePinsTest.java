package io.guidepost.delivery.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.quiz.statistics.Statistics;
import io.guidepost.release.Change;
import io.guidepost.release.LiveSites;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Which snapshots releases need. */
class ReleasePinsTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final AtomicReference<Runnable> whileCounting = new AtomicReference<>(() -> {});
    private MongoClient client;
    private ContentNode node;

    @BeforeEach
    void start() {
        client = mongo.observed(new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (event.getCommandName().equals("insert")) {
                    whileCounting.getAndSet(() -> {}).run();
                }
            }
        });
        node = new ContentNode(client.getDatabase("guidepost"), SetTime.class);
        node.get(Quizzes.class).store(Statistics.quiz());
    }

    @AfterEach
    void end() {
        node.close();
        client.close();
    }

    /** No stereotype: never scanned. */
    static class SetTime {

        @Bean
        @Primary
        Clock settableClock() {
            return new SettableClock();
        }
    }

    private void advance(Duration by) {
        node.get(SettableClock.class).advance(by);
    }

    private void take() {
        node.get(Snapshots.class).take();
    }

    private void approve(String slug) {
        node.approved("Faq", "faq-" + slug, ContentNode.faq(slug, "It depends."));
    }

    /** Releases a document; gives the edition that came out. */
    private Edition release(String slug) {
        node.get(Releases.class).publish(ContentNode.EVE,
                new ReleaseRequest(List.of(Change.publish(node.find("faq-" + slug).id())), "Out"));
        return new Editions(node.get(LiveSites.class), node.get(Snapshots.class)).newest().edition();
    }

    private Set<Integer> pinned() {
        return new ReleasePins(node.get(Releases.class)).among(node.get(Snapshots.class).after(0, 100));
    }

    @Test
    void a_release_needs_the_newest_statistics() {
        approve("early");
        approve("first");
        approve("second");
        release("early");
        advance(Duration.ofHours(1));
        take();
        advance(Duration.ofHours(1));
        take();
        advance(Duration.ofHours(1));
        Edition first = release("first");
        advance(Duration.ofHours(1));
        take();
        advance(Duration.ofHours(1));
        take();
        advance(Duration.ofHours(1));
        Edition second = release("second");
        advance(Duration.ofHours(1));
        take();

        assertThat(first.snapshot()).isEqualTo(2);
        assertThat(second.snapshot()).isEqualTo(4);
        assertThat(pinned()).containsExactlyInAnyOrder(2, 4);
    }

    @Test
    void one_made_while_the_next_statistics_were_counted_needs_those_that_it_came_out_with() {
        approve("first");
        take();
        advance(Duration.ofHours(1));
        AtomicReference<Edition> released = new AtomicReference<>();
        whileCounting.set(() -> {
            advance(Duration.ofMinutes(5));
            released.set(release("first"));
            advance(Duration.ofMinutes(5));
        });
        take();
        advance(Duration.ofHours(1));
        take();

        assertThat(released.get().snapshot()).isEqualTo(1);
        assertThat(pinned()).containsExactly(1);
    }

    @Test
    void one_made_when_some_nodes_may_not_have_seen_the_next_statistics_needs_both() {
        approve("first");
        take();
        advance(Duration.ofHours(1));
        take();
        advance(Duration.ofSeconds(10));
        release("first");
        advance(Duration.ofHours(1));
        take();

        assertThat(pinned()).containsExactlyInAnyOrder(1, 2);
    }
}
