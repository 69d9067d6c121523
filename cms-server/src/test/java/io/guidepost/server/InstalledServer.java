package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.GuidepostApplication;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/**
 * The server as it is installed where it is to start fast: its classes in archives, and a cache of how they are linked, made by a first
 * start as the README describes it.
 *
 * @param classPath archives alone
 * @param cache what the first start has left
 */
record InstalledServer(String classPath, Path cache) {

    /** Flags of the Java machine, for two cores and 1 GB. */
    static final List<String> FLAGS = List.of("-Xmx512m", "-Xmn224m", "-XX:MetaspaceSize=256m", "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=10000");

    /** What is in the environment then: all threads have memory beside the heap from one place, so that what one has freed another takes. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    /** Installs what this process has on its class path, but for classes of tests. */
    static InstalledServer in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> archives = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Files.isDirectory(Path.of(entry))) {
                archives.add(entry);
            } else if (!entry.endsWith("test-classes")) {
                archives.add(archive(Path.of(entry), folder.resolve(archives.size() + ".jar")));
            }
        }
        InstalledServer server = new InstalledServer(String.join(File.pathSeparator, archives), folder.resolve(
                "guidepost.aot"));
        server.train(folder.resolve("data"));
        return server;
    }

    private static String archive(Path classes, Path file) {
        int failed = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file", file
                .toString(), "-C", classes.toString(), ".");
        assertThat(failed).isZero();
        return file.toString();
    }

    private void train(Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-cp", classPath,
                GuidepostApplication.class.getName(), "--server.port=0", "--guidepost.embedded.data-folder=" + data));
        Process training = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor()).as(output).isZero();
    }
}
