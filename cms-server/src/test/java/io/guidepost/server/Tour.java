package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A section of a document, pasted into a shell as it stands there, but for what a reader is told to put in. */
final class Tour {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String END_OF_BLOCK = "=== end of block ===\n";

    private final String section;

    private Tour(String section) {
        this.section = section;
    }

    /** The section under a heading of the second level; where there is no shell to paste it into, the test is skipped. */
    static Tour of(Path document, String heading) throws IOException, InterruptedException {
        assumeThat(shell("command -v curl && command -v jq").code()).as("curl and jq are installed").isZero();
        MatchResult found = Pattern.compile("## " + heading + ".*?(\n## |\\z)", Pattern.DOTALL)
                .matcher(Files.readString(document)).results().findFirst().orElseThrow();
        return new Tour(found.group());
    }

    /** What each block shows, once its lines are replaced as given. */
    List<String> run(Map<String, String> lines) throws IOException, InterruptedException {
        List<String> blocks = BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
        String script = String.join("", blocks.stream()
                .map(block -> block + "printf '" + END_OF_BLOCK.replace("\n", "\\n") + "'\n").toList());
        for (Map.Entry<String, String> line : lines.entrySet()) {
            assertThat(script).contains(line.getKey() + "\n");
            script = script.replace(line.getKey() + "\n", line.getValue() + "\n");
        }
        Output output = shell(script);
        assertThat(output.code()).as(output.text()).isZero();
        return List.of(output.text().split(END_OF_BLOCK));
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
