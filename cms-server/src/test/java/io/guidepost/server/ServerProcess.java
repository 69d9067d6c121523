package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.GuidepostApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole server with its embedded backends, in a process of its own. */
final class ServerProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern PORT = Pattern.compile("GraphQL at http://[^:]+:(\\d+)/");
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Set<ProcessHandle> children = new HashSet<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::readOutput);
    }

    /** Starts a server on a data folder, with Spring Boot's arguments; it starts fast rather than runs fast. */
    static ServerProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"), arguments);
    }

    /** Starts a server on a data folder, with flags of the Java machine and Spring Boot's arguments. */
    static ServerProcess start(Path folder, List<String> flags, String... arguments) throws IOException {
        return start(folder, System.getProperty("java.class.path"), flags, Map.of(), arguments);
    }

    /** Starts an installed server on a data folder, with Spring Boot's arguments. */
    static ServerProcess start(InstalledServer installed, Path folder, String... arguments) throws IOException {
        return start(folder, installed.classPath(), Stream.concat(InstalledServer.FLAGS.stream(), Stream.of(
                "-XX:AOTCache=" + installed.cache())).toList(), InstalledServer.ENVIRONMENT, arguments);
    }

    private static ServerProcess start(Path folder, String classPath, List<String> flags,
            Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, GuidepostApplication.class.getName(),
                "--server.port=0", "--guidepost.embedded.data-folder=" + folder,
                "--guidepost.embedded.elasticsearch.heap=128MB"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    private void readOutput() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
            }
        } catch (IOException e) {
            output.append(e);
        }
    }

    /** All that it has printed. */
    String output() {
        return output.toString();
    }

    /** Waits until it has started and imported what there is to import. */
    Client awaitReady() {
        await().atMost(PATIENCE).failFast("The server has ended", this::requireAlive).until(() -> printed(PORT)
                .isPresent());
        int port = Integer.parseInt(printed(PORT).orElseThrow());
        Client client = new Client(port);
        await().atMost(PATIENCE).failFast("The server has ended", this::requireAlive).until(() -> client.send("GET",
                "/actuator/health/readiness", null, null).status() == 200);
        return client;
    }

    private void requireAlive() {
        assertThat(process.isAlive()).as(output()).isTrue();
    }

    /** The port that it has told. */
    int port() {
        return Integer.parseInt(printed(PORT).orElseThrow());
    }

    /** The administrator's token, if it has printed one. */
    Optional<String> token() {
        return printed(TOKEN);
    }

    private Optional<String> printed(Pattern pattern) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Optional.of(matcher.group(matcher.groupCount())) : Optional.empty();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its Elasticsearch to be there, though it may not answer yet. */
    ProcessHandle awaitElasticsearch() {
        return await().atMost(PATIENCE).failFast("The server has ended", this::requireAlive).until(() -> {
            Optional<ProcessHandle> child = process.children().findFirst();
            child.ifPresent(children::add);
            return child;
        }, Optional::isPresent).orElseThrow();
    }

    /** Ends it as kill -9 does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, as an operator's system does, and waits for the end. */
    int terminate() {
        process.toHandle().destroy();
        return awaitExit();
    }

    /** Waits for its end and returns the exit code. */
    int awaitExit() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Ends it and what it has started. */
    @Override
    public void close() {
        process.children().forEach(children::add);
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> !process.isAlive() && children.stream().noneMatch(
                ProcessHandle::isAlive));
    }
}
