package io.guidepost.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks an address for the same things over and over with wrk, on 16 connections. */
final class WebLoad {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([\\d.]+)(us|ms|s)");

    private final Path folder;
    private final int seconds;

    /** @param seconds for how long each measurement runs */
    WebLoad(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    /**
     * What was measured.
     *
     * @param rate answers a second
     * @param median milliseconds until half of them had come
     * @param slowest milliseconds until 99 of 100 had
     */
    record Measured(double rate, double median, double slowest) {}

    /** By GET, one path after the other. */
    Measured get(String address, List<String> paths) throws IOException, InterruptedException {
        return run(address, paths.stream().map(path -> "wrk.format(\"GET\", " + quoted(path) + ")").toList());
    }

    /** By POST, one body after the other. */
    Measured post(String address, String path, List<String> bodies) throws IOException, InterruptedException {
        return run(address, bodies.stream().map(body -> "wrk.format(\"POST\", " + quoted(path)
                + ", {[\"Content-Type\"] = \"application/json\"}, " + quoted(body) + ")").toList());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private Measured run(String address, List<String> requests) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("load.lua"), """
                local requests
                init = function()
                  requests = {
                %s
                  }
                end
                local next = 0
                request = function()
                  next = next %% #requests + 1
                  return requests[next]
                end
                """.formatted(requests.stream().collect(Collectors.joining(",\n"))));
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d" + seconds + "s", "--timeout", "10s",
                "--latency", "-s", script.toString(), address));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException("Some requests failed: " + output);
        }
        return new Measured(Double.parseDouble(found(RATE.matcher(output), output).group(1)), latency(output, "50"),
                latency(output, "99"));
    }

    private static double latency(String output, String percentile) {
        Matcher matcher = LATENCY.matcher(output);
        while (matcher.find()) {
            if (matcher.group(1).equals(percentile)) {
                double value = Double.parseDouble(matcher.group(2));
                return switch (matcher.group(3)) {
                    case "us" -> value / 1_000;
                    case "ms" -> value;
                    default -> value * 1_000;
                };
            }
        }
        throw new IllegalStateException("There is no latency in: " + output);
    }

    private static Matcher found(Matcher matcher, String output) {
        if (!matcher.find()) {
            throw new IllegalStateException("There is no rate in: " + output);
        }
        return matcher;
    }
}
