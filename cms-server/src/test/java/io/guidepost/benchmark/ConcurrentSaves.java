package io.guidepost.benchmark;

import io.guidepost.server.SaveLoad;
import io.guidepost.server.SaveLoad.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * What becomes of saves that many clients make of the same documents at once, over HTTP on the embedded database. Arguments: how many
 * clients (64), how many saves in all (10000), of how many documents (100).
 */
public final class ConcurrentSaves {

    private ConcurrentSaves() {}

    public static void main(String[] arguments) throws Exception {
        int clients = argument(arguments, 0, 64);
        int saves = argument(arguments, 1, 10_000);
        int documents = argument(arguments, 2, 100);
        Path folder = Files.createTempDirectory("guidepost-saves");
        try (SaveLoad load = new SaveLoad(folder)) {
            Outcome outcome = load.run(clients, saves, documents);
            System.out.printf(Locale.ROOT, "%,d saves of %d documents by %d clients in %.1f s: %.0f a second%n", saves,
                    documents, clients, outcome.seconds(), saves / outcome.seconds());
            outcome.answers().forEach((status, count) -> System.out.printf(Locale.ROOT, "  answered %d: %,d%n", status,
                    count));
            System.out.printf("every acknowledged save is in the history exactly once, and nothing else: %s%n",
                    outcome.history().equals(outcome.acknowledged()));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
