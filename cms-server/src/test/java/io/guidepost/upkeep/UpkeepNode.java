package io.guidepost.upkeep;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node that checks links when it is asked to, by a clock that tests set. */
final class UpkeepNode implements AutoCloseable {

    private final ContentNode node;

    UpkeepNode(MongoDatabase database, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("guidepost.upkeep.links.timeout", "20s");
        this.node = new ContentNode(database, all, UpkeepServices.class);
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    void advance(Duration by) {
        get(SettableClock.class).advance(by);
    }

    /** Has some time pass, ten seconds at a time, in each of which the node does what is due. */
    void rounds(int count) {
        for (int i = 0; i < count; i++) {
            advance(Duration.ofSeconds(10));
            get(LinkCheck.class).turn();
        }
    }

    Document source(String slug, String url) {
        return node.approved("Source", id(slug).value(), ContentNode.source(slug).put("url", url));
    }

    /** A question whose answer cites sources. */
    Document citing(String slug, String... sources) {
        StringBuilder answer = new StringBuilder("It is so");
        Arrays.stream(sources).forEach(source -> answer.append(" [@").append(source).append(']'));
        return node.approved("Faq", "faq-" + slug, ContentNode.faq(slug, answer + "."));
    }

    /** The same in a working copy that nobody has approved. */
    Document draftCiting(String slug, String source) {
        return get(Editing.class).create(ADA, "Faq", new DocumentId("faq-" + slug),
                ContentNode.faq(slug, "It is so [@" + source + "]."));
    }

    void released(Document... documents) {
        get(Releases.class).publish(EVE, new ReleaseRequest(
                Arrays.stream(documents).map(document -> Change.publish(document.id())).toList(), "Out"));
    }

    Document find(String id) {
        return node.find(id);
    }

    CheckedLink link(String slug) {
        return get(LinkChecks.class).find(id(slug)).orElseThrow();
    }

    /** What the last check of a source's link has found. */
    LinkResult result(String slug) {
        return link(slug).verdict() == null ? null : link(slug).verdict().result();
    }

    List<ReviewTask> tasks(String state) {
        return get(ReviewTasks.class).list(new TaskFilter(state, null, null), null, 100);
    }

    /** The documents that open tasks are on. */
    List<String> affected() {
        return tasks("open").stream().map(task -> task.matter().document().value()).sorted().toList();
    }

    List<ReviewTask> told() {
        return get(UpkeepServices.Told.class).tasks();
    }

    static DocumentId id(String slug) {
        return new DocumentId("source-" + slug);
    }

    @Override
    public void close() {
        node.close();
    }
}
