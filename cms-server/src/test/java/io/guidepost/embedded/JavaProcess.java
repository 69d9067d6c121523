package io.guidepost.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A class of the tests run in a JVM of its own, to be killed. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs a class with arguments. */
    public static JavaProcess run(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-Dlogging.level.root=off", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new JavaProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** The next line it prints whole that starts so, without that start; what it prints otherwise is passed over. */
    public String awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new IllegalStateException("The process ended without a line " + start);
    }

    /** Ends it as kill -9 does and returns the rest of what it printed, line by line. */
    List<String> kill() throws IOException, InterruptedException {
        // Not the process's own method, which would close the output as well.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return output.readAllLines();
    }

    /** Closes its input, which its class may take as the sign to end, and waits for the end. */
    public void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(Duration.ofSeconds(30))) {
            close();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
