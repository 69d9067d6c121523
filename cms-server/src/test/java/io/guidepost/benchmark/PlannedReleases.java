package io.guidepost.benchmark;

import io.guidepost.server.PlanLoad;
import io.guidepost.server.PlanLoad.Made;
import io.guidepost.server.PlanLoad.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * How late planned releases are that are all due within a minute, on two servers that share one embedded MongoDB, one of which is
 * killed half-way. Arguments: how many releases (1000), within how many seconds (60).
 */
public final class PlannedReleases {

    private static final int[] PERCENTILES = {0, 50, 75, 90, 95, 99, 100};

    private PlannedReleases() {}

    public static void main(String[] arguments) throws Exception {
        int plans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Duration within = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 60);
        Path folder = Files.createTempDirectory("guidepost-plans");
        try (PlanLoad load = new PlanLoad(folder)) {
            print(plans, within, load.run(plans, within));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void print(int plans, Duration within, Outcome outcome) {
        List<Integer> numbers = outcome.log().stream().map(Made::number).sorted().toList();
        boolean gapFree = numbers.equals(IntStream.rangeClosed(1, plans).boxed().toList());
        boolean once = outcome.log().size() == plans
                && new HashSet<>(outcome.log().stream().map(Made::plan).toList()).equals(outcome.due().keySet());
        System.out.printf(Locale.ROOT, "%,d planned releases due within %d s on two servers, one killed half-way%n",
                plans, within.toSeconds());
        System.out.printf("each released once: %s; log without gaps: %s; states: %s%n", once, gapFree,
                outcome.states());
        List<Duration> lateness = outcome.lateness();
        System.out.println("late by, in milliseconds:");
        for (int percentile : PERCENTILES) {
            int index = Math.min(lateness.size() - 1, lateness.size() * percentile / 100);
            System.out.printf(Locale.ROOT, "  %3d %%  %,6d%n", percentile, lateness.get(index).toMillis());
        }
        long late = lateness.stream().filter(lag -> lag.compareTo(Duration.ofSeconds(2)) > 0).count();
        System.out.printf("by more than two seconds: %d%n", late);
    }
}
