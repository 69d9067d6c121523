package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server whose Elasticsearch is killed under it. */
class ElasticsearchOutageTest {

    private static final String GUIDE = "guide-ai-specialist";

    @Test
    void related_careers_are_pins_and_what_was_told_last_until_the_search_engine_is_back_and_all_else_goes_on(
            @TempDir Path folder)
            throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true")) {
            Client client = server.awaitReady();
            Client admin = client.as(server.token().orElseThrow());
            Client publisher = admin.person("linus", "publisher");
            int pinned = pinned(admin.person("ada", "author"), admin.person("grace", "editor"), "guide-ux-designer");
            await().atMost(ServerProcess.PATIENCE).until(() -> !related(client).get("degraded").asBoolean());
            assertThat(slugs(related(client))).contains("data-analyst", "researcher", "cybersecurity-analyst");

            ProcessHandle killed = server.awaitElasticsearch();
            killed.destroyForcibly();
            await().atMost(ServerProcess.PATIENCE).until(() -> !killed.isAlive());

            assertThat(publisher.release("pins", "PUBLISH", Map.of(GUIDE, pinned)).status()).isEqualTo(201);
            await().atMost(ServerProcess.PATIENCE).until(() -> related(client).get("degraded").asBoolean());
            assertThat(slugs(related(client))).hasSize(4).startsWith("ux-designer").contains("data-analyst");
            assertThat(related(client).at("/careers/0/reason").asString()).isEqualTo("PINNED");

            await().atMost(ServerProcess.PATIENCE).until(() -> !related(client).get("degraded").asBoolean());
            assertThat(slugs(related(client))).hasSize(4).startsWith("ux-designer");
            assertThat(related(client).at("/careers/1/reason").asString()).isEqualTo("SIMILAR");
        }
    }

    /** Approves a pin on the guide and returns the version. */
    private static int pinned(Client author, Client editor, String pin) throws Exception {
        Answer document = author.document(GUIDE);
        ObjectNode content = (ObjectNode) document.body().get("content").deepCopy();
        content.putObject("related").putArray("pins").add(pin);
        Answer saved = author.save(GUIDE, document.version(), content);
        Answer submitted = author.move(GUIDE, saved.version(), "submit");
        return editor.move(GUIDE, submitted.version(), "approve").version();
    }

    private static JsonNode related(Client client) throws Exception {
        return client.ask("{ roleGuide(slug: \"ai-specialist\") { alsoConsider(first: 4) "
                + "{ degraded careers { reason guide { slug } } } } }").at("/roleGuide/alsoConsider");
    }

    private static List<String> slugs(JsonNode related) {
        return related.get("careers").valueStream().map(career -> career.at("/guide/slug").asString()).toList();
    }
}
