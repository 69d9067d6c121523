package io.guidepost.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of Elasticsearch, from its start to its end. It ends by itself when this process does. */
final class ElasticsearchProcess {

    private static final String LAUNCHER = "io.guidepost.elasticsearch.launcher.ElasticsearchLauncher";
    private static final String READY = "ready";
    private static final String STOP = "stop\n";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();

    private ElasticsearchProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().name("elasticsearch-output").daemon().start(this::readOutput);
    }

    /**
     * Starts the process, without waiting for it to be ready.
     *
     * @param folder holds its data and its logs
     * @param port the HTTP port
     * @param heapMegabytes its largest heap
     * @throws IOException if it cannot be started
     */
    static ElasticsearchProcess start(ElasticsearchHome home, Path folder, int port, long heapMegabytes)
            throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        var builder = new ProcessBuilder(command(home, data, logs, port, heapMegabytes));
        // What is meant for this JVM, a debugger's port for instance, is not meant for that one.
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(logs.resolve("console.log").toFile()));
        return new ElasticsearchProcess(builder.start());
    }

    private static List<String> command(ElasticsearchHome home, Path data, Path logs, int port, long heapMegabytes) {
        String config = home.path().resolve("config").resolve("log4j2.properties").toString();
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m", "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dlog4j2.configurationFile=" + config,
                "-Dguidepost.elasticsearch.logs=" + logs, "-cp", home.path().resolve("lib") + "/*", LAUNCHER,
                home.path().toString(), data.toString(), logs.toString(), Integer.toString(port));
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) {
                    started.complete(true);
                }
            }
        } catch (IOException e) {
            // The process is gone, which the next line tells.
        }
        started.complete(false);
    }

    /**
     * Waits until it answers requests.
     *
     * @return false if it ended before it did, or had not come so far within the limit
     */
    boolean awaitReady(Duration limit) throws InterruptedException {
        try {
            return started.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it in an orderly way, or by force if that takes long. */
    void stop() throws InterruptedException {
        try (OutputStream commands = process.getOutputStream()) {
            commands.write(STOP.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It is gone, or soon will be by the next line.
        }
        if (!process.waitFor(STOP_LIMIT)) {
            kill();
        }
    }

    void kill() {
        process.destroyForcibly();
    }
}
