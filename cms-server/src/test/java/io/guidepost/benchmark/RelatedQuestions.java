package io.guidepost.benchmark;

import io.guidepost.server.DeliveryLoad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How long a reader waits for the related careers of a guide that nobody has asked for yet, and for those that somebody has, on a whole server by
 * HTTP, one question after the other. Arguments: how many guides there are, one size after the other (1000 10000).
 */
public final class RelatedQuestions {

    /** So many questions are asked before anything is measured, about guides that are not asked for afterwards. */
    private static final int WARMING = 2_000;
    private static final int WARMED = 200;
    private static final int ASKED = 800;

    private RelatedQuestions() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0
                ? List.of(1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        Path folder = Files.createTempDirectory("guidepost-related");
        try (DeliveryLoad load = new DeliveryLoad(folder)) {
            int filled = 0;
            for (int guides : sizes) {
                long start = System.nanoTime();
                load.fill(filled + 1, guides);
                filled = guides;
                System.out.printf(Locale.ROOT, "%n## %,d guides, made live in %.0f s%n", guides, (System.nanoTime()
                        - start) / 1e9);
                start = System.nanoTime();
                load.awaitRest();
                System.out.printf(Locale.ROOT, "all embedded and indexed %.0f s later%n",
                        (System.nanoTime() - start) / 1e9);
                System.out.println(Readings.memory(load.pid()));
                double _ = load.restart();
                load.explain(WARMING, WARMED);
                int last = Math.min(guides, WARMED + ASKED);
                print("asked for the first time", load.related(WARMED + 1, last));
                print("asked again", load.related(WARMED + 1, last));
                System.out.println(Readings.memory(load.pid()));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void print(String what, List<Double> times) {
        System.out.printf("%s, %d questions: %s%n", what, times.size(), Readings.percentiles(times));
    }
}
