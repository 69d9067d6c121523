package io.guidepost.benchmark;

import io.guidepost.server.QuizLoad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Responses of a quiz sent in bulk, sent again, and what snapshots take. Arguments: how many responses (1000000) and how many roles the
 * quiz has (1000).
 */
public final class QuizResponses {

    private static final int MORE = 1_000;
    private static final int TIMES = 3;

    private QuizResponses() {}

    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int roles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Path folder = Files.createTempDirectory("guidepost-quiz");
        try (QuizLoad load = new QuizLoad(folder, roles)) {
            Path file = folder.resolve("responses.ndjson");
            Path more = folder.resolve("more.ndjson");
            load.write(file, 0, responses);
            double seconds = timed("sent", () -> load.send(file), load);
            System.out.printf(Locale.ROOT, "%,.0f responses a second%n", responses / seconds);
            timed("first snapshot", () -> figures(load.snapshot(false)), load);
            for (int time = 0; time < TIMES; time++) {
                int from = responses + time * MORE;
                load.write(more, from, from + MORE);
                timed("sent " + MORE + " more", () -> load.send(more), load);
                timed("snapshot of these", () -> figures(load.snapshot(false)), load);
            }
            timed("snapshot without any more", () -> figures(load.snapshot(false)), load);
            timed("all counted anew", () -> figures(load.snapshot(true)), load);
            seconds = timed("all sent again", () -> load.send(file), load);
            System.out.printf(Locale.ROOT, "%,.0f responses a second%n", responses / seconds);
            timed("snapshot after that", () -> figures(load.snapshot(false)), load);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double timed(String what, Callable<?> step, QuizLoad load) throws Exception {
        long start = System.nanoTime();
        Object result = step.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %.2f s, %s, %s%n", what, seconds, result, Readings.memory(load.pid()));
        return seconds;
    }

    private static String figures(JsonNode snapshot) {
        return "snapshot %d of %d respondents".formatted(snapshot.path("number").asInt(), snapshot
                .path("respondents").asInt());
    }
}
