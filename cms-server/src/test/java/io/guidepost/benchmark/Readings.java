package io.guidepost.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What benchmarks read and how they tell it. */
final class Readings {

    private Readings() {}

    /** The resident memory of a process: at most so far, and now. */
    static String memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining(", "));
    }

    /** Milliseconds, as what half of them, most of them and all of them stay below. */
    static String percentiles(List<Double> unordered) {
        List<Double> values = unordered.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.1f ms (50 %%), %.1f ms (95 %%), %.1f ms (99 %%), %.1f ms (100 %%)",
                values.get(values.size() / 2), values.get(values.size() * 95 / 100), values.get(values.size() * 99
                        / 100),
                values.getLast());
    }
}
