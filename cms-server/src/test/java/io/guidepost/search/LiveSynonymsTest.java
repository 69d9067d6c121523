package io.guidepost.search;

import static io.guidepost.server.ContentNode.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.ContentModel;
import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Change;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Synonyms as search has them while editors write others. */
class LiveSynonymsTest {

    private static final String ID = "search-synonyms";
    private static final List<List<String>> FIRST = List.of(List.of("CV", "curriculum vitae"), List.of("AI", "ML"));
    private static final List<List<String>> SECOND = List.of(List.of("UX", "user experience"));

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private ContentNode node;
    private Synonyms synonyms;

    @BeforeEach
    void start() {
        node = new ContentNode(mongo.database(), LiveSynonyms.class);
        synonyms = node.get(Synonyms.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void there_are_none_until_some_go_live() {
        assertThat(synonyms.groups()).isEmpty();
        node.approved("SearchSynonyms", ID, content(FIRST));
        assertThat(synonyms.groups()).isEmpty();
    }

    @Test
    void what_was_published_holds_until_something_else_is() {
        node.approved("SearchSynonyms", ID, content(FIRST));
        publish();
        assertThat(synonyms.groups()).isEqualTo(FIRST);

        node.approved("SearchSynonyms", ID, content(SECOND));
        assertThat(synonyms.groups()).as("approved and not yet live").isEqualTo(FIRST);

        publish();
        assertThat(synonyms.groups()).isEqualTo(SECOND);
    }

    @Test
    void they_are_gone_once_they_are_withdrawn() {
        node.approved("SearchSynonyms", ID, content(FIRST));
        publish();

        node.get(Releases.class)
                .publish(EVE, new ReleaseRequest(List.of(Change.withdraw(new DocumentId(ID))), "Not needed"));

        assertThat(synonyms.groups()).isEmpty();
    }

    @Test
    void each_publication_is_read_once_whatever_else_is_released() {
        FakeLiveSites sites = new FakeLiveSites(node.get(ContentModel.class));
        Synonyms read = new LiveSynonyms(sites, sites);
        sites.publish(Instant.EPOCH, List.of(published(ID, "SearchSynonyms", content(FIRST))));
        for (int i = 0; i < 3; i++) {
            sites.publish(Instant.EPOCH, List.of(published("faq-one", "Faq", ContentNode.faq("one", "Yes."))));
            assertThat(read.groups()).isEqualTo(FIRST);
        }

        assertThat(sites.loads()).isEqualTo(1);
    }

    private static FakeLiveSites.Published published(String id, String type, ObjectNode content) {
        return new FakeLiveSites.Published(type, id, id, content);
    }

    private void publish() {
        node.get(Releases.class)
                .publish(EVE, new ReleaseRequest(List.of(Change.publish(new DocumentId(ID))), "Synonyms"));
    }

    private static ObjectNode content(List<List<String>> groups) {
        ObjectNode content = JsonMapper.shared().createObjectNode().put("name", "Synonyms");
        groups.forEach(words -> words.forEach(content.withArray("groups").addObject().withArray("words")::add));
        return content;
    }
}
