package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Related careers and why they are these, on a server with the seed guides and everything embedded. */
class RelatedApiTest {

    private static final String PATH = "/related/guide-ai-specialist";

    @Test
    void the_careers_that_readers_see_are_explained_by_all_that_is_known_of_the_guides(@TempDir Path folder)
            throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true")) {
            Client nobody = server.awaitReady();
            Client author = nobody.as(server.token().orElseThrow()).person("ada", "author");

            await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> {
                JsonNode related = author.api("GET", PATH + "?limit=4", null, null).body();
                assertThat(related.get("degraded").asBoolean()).isFalse();
                assertThat(related.get("careers")).hasSize(4).allSatisfy(career -> {
                    JsonNode shares = career.get("explain");
                    assertThat(shares.get("text").asDouble()).isPositive();
                    assertThat(shares.get("vectors").asDouble()).isPositive();
                    assertThat(shares.valueStream().mapToDouble(JsonNode::asDouble).sum()).isCloseTo(1, within(0.001));
                });
                assertThat(related.get("careers").valueStream().map(career -> career.get("slug").asString()).toList())
                        .isEqualTo(nobody.ask("{ roleGuide(slug: \"ai-specialist\") { alsoConsider(first: 4) "
                                + "{ careers { guide { slug } } } } }")
                                .at("/roleGuide/alsoConsider/careers").valueStream()
                                .map(career -> career.at("/guide/slug").asString()).toList());
            });

            Answer missing = author.api("GET", "/related/guide-nothing", null, null);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.body().get("type").asString()).endsWith(":no-live-guide");
            assertThat(nobody.api("GET", PATH, null, null).status()).isEqualTo(401);
            assertThat(author.api("GET", PATH + "?limit=0", null, null).status()).isEqualTo(400);
        }
    }
}
