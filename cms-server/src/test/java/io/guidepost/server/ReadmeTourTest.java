package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, pasted into a shell as it stands there, but for the token and the port. */
class ReadmeTourTest {

    private static final Pattern TOUR = Pattern.compile("## A first tour.*?\n## ", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String TOKEN = "ADMIN='gp_…'\n";
    private static final String ADDRESS = "API=http://127.0.0.1:8080\n";
    private static final String END_OF_BLOCK = "=== end of block ===\n";

    @Test
    void it_shows_what_the_text_around_it_says(@TempDir Path folder) throws Exception {
        assumeThat(shell("command -v curl && command -v jq").code()).as("curl and jq are installed").isZero();
        List<String> blocks = blocks();
        List<String> shown;
        try (ServerProcess server = ServerProcess.start(folder, "--guidepost.seeding.enabled=true")) {
            server.awaitReady();
            String script = String.join("", blocks.stream().map(block -> block + "printf '" + END_OF_BLOCK.replace("\n",
                    "\\n") + "'\n").toList());
            assertThat(script).contains(TOKEN, ADDRESS);
            Output output = shell(script.replace(TOKEN, "ADMIN='" + server.token().orElseThrow() + "'\n")
                    .replace(ADDRESS, "API=http://127.0.0.1:" + server.port() + "\n"));
            assertThat(output.code()).as(output.text()).isZero();
            shown = List.of(output.text().split(END_OF_BLOCK));
        }

        assertThat(shown).as(String.join(END_OF_BLOCK, shown)).satisfiesExactly(
                token -> assertThat(token).isEmpty(),
                guide -> assertThat(guide).contains("How to become an AI specialist", "101+", "33%", "alsoConsider"),
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

    private static List<String> blocks() throws IOException {
        MatchResult tour = TOUR.matcher(Files.readString(Path.of("../README.md"))).results().findFirst().orElseThrow();
        return BLOCK.matcher(tour.group()).results().map(block -> block.group(1)).toList();
    }

    /** The release of an edition's id, quoted or not. */
    private static int release(String edition) {
        return Integer.parseInt(edition.strip().replace("\"", "").split("\\D")[0]);
    }

    private record Output(int code, String text) {}

    private static Output shell(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
        try (var input = bash.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        }
        String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(ServerProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Output(bash.exitValue(), text);
    }
}
