package io.guidepost.release.plan;

import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Change;
import io.guidepost.server.ContentNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;

/** A node that releases what is due, on a database that other nodes may share. */
final class PlanNode implements AutoCloseable {

    private final ContentNode node;
    private final AtomicInteger texts = new AtomicInteger();

    PlanNode(MongoDatabase database, Class<?>... more) {
        node = new ContentNode(database,
                Stream.concat(Stream.of(Heard.class), Stream.of(more)).toArray(Class<?>[]::new));
    }

    ContentNode content() {
        return node;
    }

    Planning planning() {
        return node.get(Planning.class);
    }

    PlannedRelease plan(String name, Change... changes) {
        return planning().create(EVE, new PlannedRelease.Content(name, "", false, List.of(changes)));
    }

    PlannedRelease plan(String name, boolean withReferrers, Change... changes) {
        return planning().create(EVE, new PlannedRelease.Content(name, "", withReferrers, List.of(changes)));
    }

    PlannedRelease scheduled(PlannedRelease plan, Duration in) {
        return planning().schedule(EVE, plan.id(), plan.version(), in(in), true);
    }

    PlannedRelease find(PlannedRelease plan) {
        return node.get(PlannedReleases.class).find(plan.id()).orElseThrow();
    }

    static Planning.DueTime in(Duration duration) {
        return new Planning.DueTime(Instant.now().plus(duration).toString(), null);
    }

    static Change publish(String id) {
        return Change.publish(new DocumentId(id));
    }

    static Change withdraw(String id) {
        return Change.withdraw(new DocumentId(id));
    }

    /** Has a FAQ approved that says something else each time. */
    void approved(String slug) {
        node.approved("Faq", "faq-" + slug, faq(slug, "As it is, in text " + texts.incrementAndGet() + "."));
    }

    List<Object> heard() {
        return new ArrayList<>(node.get(Heard.class).events);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Hears of all that becomes of plans; no stereotype: never scanned. */
    static class Heard {

        private final Queue<Object> events = new ConcurrentLinkedQueue<>();

        @EventListener({PlanReleased.class, PlanHeld.class, PlanScheduled.class})
        void on(Object event) {
            events.add(event);
        }
    }
}
