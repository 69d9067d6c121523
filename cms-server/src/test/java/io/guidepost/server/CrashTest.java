package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import io.guidepost.server.Load.Released;
import io.guidepost.server.Load.Save;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server that is killed while many work on it, and what the next one on its folder has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final String SEEDING = "--guidepost.seeding.enabled=true";
    private static final List<String> SAVED = faqs("cybersecurity-analyst-how-long", "cybersecurity-analyst-too-old",
            "data-analyst-how-long", "data-analyst-portfolio", "researcher-how-long");
    private static final List<String> RELEASED = faqs("ux-designer-how-long", "ux-designer-introvert",
            "ux-designer-remote-work");
    private static final List<String> RELEASED_TOO = faqs("product-manager-how-long", "product-manager-remote-work",
            "product-manager-typical-day");
    private static final String CHANGED_GUIDE = "guide-product-manager";

    private Load load;
    private int releaseOfGuide;
    private int documentsBefore;
    private ProcessHandle elasticsearchOfKilled;
    private ServerProcess server;
    private Client reader;
    private Client publisher;

    private static List<String> faqs(String... slugs) {
        return List.of(slugs).stream().map(slug -> "faq-" + slug).toList();
    }

    @BeforeAll
    void kill_a_server_at_work_and_start_another(@TempDir Path folder) throws Exception {
        server = ServerProcess.start(folder, SEEDING);
        Client client = server.awaitReady();
        elasticsearchOfKilled = server.awaitElasticsearch();
        Client admin = client.as(server.token().orElseThrow());
        publisher = admin.person("linus", "publisher");
        reader = admin.person("ada", "author");
        load = new Load(reader, admin.person("grace", "editor"), publisher);
        documentsBefore = documents().size();
        int guide = likeTheGuideOfAnother();

        IntStream.range(0, 3).forEach(_ -> load.save(SAVED));
        load.release(RELEASED);
        load.release(RELEASED_TOO);
        int enough = ThreadLocalRandom.current().nextInt(500, 1200);
        await().atMost(ServerProcess.PATIENCE).until(() -> load.anybodyGone() || load.acknowledged() >= enough);
        Answer released = publisher.release("guide", "PUBLISH", Map.of(CHANGED_GUIDE, guide));
        server.kill();

        load.join();
        releaseOfGuide = released.body().get("number").asInt();
        server = ServerProcess.start(folder, SEEDING);
        server.awaitReady();
        reader = reader.at(server.port());
        publisher = publisher.at(server.port());
    }

    @AfterAll
    void stop() {
        load.close();
        server.close();
        elasticsearchOfKilled.destroyForcibly();
    }

    /** Approves what the AI specialist's guide says as the content of another guide, and returns the version. */
    private int likeTheGuideOfAnother() throws Exception {
        ObjectNode content = (ObjectNode) reader.document("guide-ai-specialist").body().get("content").deepCopy();
        Answer own = reader.document(CHANGED_GUIDE);
        for (String field : List.of("slug", "role", "roleWithArticle", "quizRole", "title")) {
            content.set(field, own.body().get("content").get(field));
        }
        return load.approved(CHANGED_GUIDE, reader.save(CHANGED_GUIDE, own.version(), content).version());
    }

    @Test
    void every_acknowledged_save_is_in_the_history_with_what_was_saved() throws Exception {
        Set<String> seen = new HashSet<>();
        for (Save save : load.saves()) {
            Answer version = reader.api("GET", "/documents/" + save.document() + "/versions/" + save.version(), null,
                    null);
            assertThat(version.body().at("/content/question").asString()).isEqualTo(save.question());
            assertThat(seen.add(save.document() + "@" + save.version())).as("acknowledged once").isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void no_history_has_a_gap() throws Exception {
        for (String document : SAVED) {
            int newest = reader.document(document).version();
            List<Integer> versions = items("/documents/" + document + "/versions", "after").stream()
                    .map(version -> version
                            .get("version").asInt())
                    .toList();
            assertThat(versions).isEqualTo(IntStream.rangeClosed(1, newest).map(version -> newest + 1 - version).boxed()
                    .toList());
        }
    }

    @Test
    void every_acknowledged_release_is_in_the_log_as_it_was_made() throws Exception {
        assertThat(load.releases()).isNotEmpty();
        for (Released released : load.releases()) {
            JsonNode release = reader.api("GET", "/releases/" + released.number(), null, null).body();
            assertThat(release.get("message").asString()).isEqualTo(released.question());
            assertThat(publications(release)).isEqualTo(released.versions());
        }
        assertThat(publications(reader.api("GET", "/releases/" + releaseOfGuide, null, null).body())).containsOnlyKeys(
                CHANGED_GUIDE);
    }

    @Test
    void no_release_is_half_there_and_their_numbers_have_no_gap() throws Exception {
        List<JsonNode> releases = releases();
        int newest = releases.size();
        assertThat(releases.stream().map(release -> release.get("number").asInt())).isEqualTo(IntStream.range(0, newest)
                .map(index -> newest - index).boxed().toList());
        for (JsonNode release : releases) {
            Set<String> documents = publications(release).keySet();
            if (documents.contains(RELEASED.getFirst()) && release.get("number").asInt() > 1) {
                assertThat(questions(release, RELEASED)).containsOnly(release.get("message").asString());
            } else if (documents.contains(RELEASED_TOO.getFirst()) && release.get("number").asInt() > 1) {
                assertThat(questions(release, RELEASED_TOO)).containsOnly(release.get("message").asString());
            }
        }
    }

    /** What FAQs ask in the edition of a release, which holds all of them or none. */
    private List<String> questions(JsonNode release, List<String> faqs) throws Exception {
        assertThat(publications(release)).containsOnlyKeys(faqs);
        List<String> questions = new ArrayList<>();
        for (String faq : faqs) {
            String slug = faq.substring("faq-".length());
            questions.add(reader.ask("{ faq(slug: \"" + slug + "\", edition: \"" + release.get("number").asInt()
                    + "\") { question } }").at("/faq/question").asString());
        }
        return questions;
    }

    @Test
    void working_copies_say_what_the_log_says_of_them() throws Exception {
        Map<String, Integer> live = new HashMap<>();
        Map<String, Integer> since = new HashMap<>();
        for (JsonNode release : releases().reversed()) {
            live.putAll(publications(release));
            publications(release).keySet().forEach(id -> since.put(id, release.get("number").asInt()));
        }
        List<JsonNode> documents = documents();
        assertThat(documents).hasSize(documentsBefore);
        for (JsonNode document : documents) {
            String id = document.get("id").asString();
            assertThat(document.at("/live/version").asInt()).as(id).isEqualTo(live.get(id));
            assertThat(document.at("/live/release").asInt()).as(id).isEqualTo(since.get(id));
        }
    }

    @Test
    void the_search_index_catches_up_with_a_guide_that_was_released_last() {
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> {
            JsonNode related = reader.ask("{ roleGuide(slug: \"ai-specialist\") { alsoConsider(first: 1) "
                    + "{ degraded careers { guide { id } } } } }").at("/roleGuide/alsoConsider");
            assertThat(related.get("degraded").asBoolean()).isFalse();
            assertThat(related.at("/careers/0/guide/id").asString()).isEqualTo(CHANGED_GUIDE);
        });
    }

    @Test
    void nothing_is_imported_again_and_nobody_gets_in_again() throws Exception {
        assertThat(releases().stream().filter(release -> release.get("message").asString().equals("Seed content")))
                .hasSize(1);
        assertThat(reader.ask("{ edition { snapshot } }").at("/edition/snapshot").asInt()).isEqualTo(1);
        assertThat(server.token()).isEmpty();
    }

    @Test
    void the_elasticsearch_of_the_killed_server_has_ended() {
        await().atMost(ServerProcess.PATIENCE).until(() -> !elasticsearchOfKilled.isAlive());
    }

    /** All releases with their entries, the newest first. */
    private List<JsonNode> releases() throws Exception {
        List<JsonNode> releases = new ArrayList<>();
        for (JsonNode release : items("/releases", "before")) {
            releases.add(reader.api("GET", "/releases/" + release.get("number").asInt(), null, null).body());
        }
        return releases;
    }

    private List<JsonNode> documents() throws Exception {
        return items("/documents", "after");
    }

    /** All items of a list that comes in pages. */
    private List<JsonNode> items(String path, String parameter) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = reader.api("GET", path + "?limit=100", null, null).body();
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = reader.api("GET", path + "?limit=100&" + parameter + "=" + page.get("next").asString(), null, null)
                    .body();
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** Which versions a release made live, by document. */
    private static Map<String, Integer> publications(JsonNode release) {
        Map<String, Integer> versions = new HashMap<>();
        for (JsonNode entry : release.get("entries")) {
            String publication = entry.get("publication").asString();
            versions.put(entry.get("document").asString(), Integer.valueOf(publication.substring(publication.indexOf(
                    '@') + 1)));
        }
        return versions;
    }
}
