package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, pasted into a shell as it stands there, but for the token and the port. */
class ReadmeTourTest {

    @Test
    void it_shows_what_the_text_around_it_says(@TempDir Path folder) throws Exception {
        Tour tour = Tour.of(Path.of("../README.md"), "A first tour");
        List<String> shown;
        try (ServerProcess server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true")) {
            Client anybody = server.awaitReady();
            await().atMost(ServerProcess.PATIENCE).until(() -> !anybody.ask("{ search(query: \"\") { degraded } }")
                    .at("/search/degraded").asBoolean());
            shown = tour.run(Map.of("ADMIN='gp_…'", "ADMIN='" + server.token().orElseThrow() + "'",
                    "API=http://127.0.0.1:8080", "API=http://127.0.0.1:" + server.port()));
        }

        assertThat(shown).as(String.join("---", shown)).satisfiesExactly(
                token -> assertThat(token).isEmpty(),
                guide -> assertThat(guide).contains("How to become an AI specialist", "101+", "33%", "alsoConsider"),
                search -> assertThat(search).contains("\"degraded\":false", "\"role\":\"AI specialist\""),
                edition -> assertThat(release(edition)).isEqualTo(1),
                people -> assertThat(people).isEmpty(),
                edit -> assertThat(edit).contains("\"version\": 4", "\"state\": \"Draft\""),
                stale -> assertThat(stale).contains("\"status\": 412", "version 4"),
                review -> assertThat(review).containsSubsequence("\"InReview\"", "\"status\": 403", "\"Approved\""),
                published -> {
                    assertThat(published).contains("\"number\": 2", "\"message\": \"Clearer question\"");
                    String[] lines = published.lines().dropWhile(line -> !line.equals("}")).skip(1).toArray(
                            String[]::new);
                    assertThat(release(lines[0])).isEqualTo(2);
                    assertThat(lines[1]).isEqualTo("\"Can I become an AI specialist without a degree, really?\"");
                },
                old -> assertThat(old).startsWith("\"").contains("degree").doesNotContain("really", "null"),
                refused -> assertThat(refused).contains("\"status\": 409", "AI specialist"));
    }

    /** The release of an edition's id, quoted or not. */
    private static int release(String edition) {
        return Integer.parseInt(edition.strip().replace("\"", "").split("\\D")[0]);
    }
}
