package io.guidepost.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, and a server of files for it to look at. */
final class Browser implements AutoCloseable {

    /** Opens each page in frames of each width and notes in their titles how wide the content is. */
    private static final String MEASURING = """
            <!doctype html><title>Measuring</title><body><script>
            for (const width of %s) for (const path of %s) {
              const frame = document.body.appendChild(document.createElement("iframe"));
              frame.style.cssText = `width: ${width}px; border: 0`;
              frame.onload = () => {
                frame.title = `${path} ${width} ${frame.contentDocument.documentElement.scrollWidth}`;
              };
              frame.src = path;
            }
            </script>
            """;
    private static final Pattern MEASURED = Pattern.compile("title=\"(\\S+) (\\d+) (\\d+)\"");
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--enable-logging=stderr");

    private final HttpServer server;
    private final Path profile;

    private Browser(HttpServer server, Path profile) {
        this.server = server;
        this.profile = profile;
    }

    /** How wide the content of a page is in a window of some width. */
    record Measured(String path, int window, int content) {}

    /** Looks at the pages in a folder; where there is no Chromium, the test is skipped. */
    static Browser at(Path pages, Path profile) {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, "chromium")).filter(
                Files::isExecutable)).as("Chromium is installed").isNotEmpty();
        HttpServer server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(),
                0), pages.toAbsolutePath(), OutputLevel.NONE);
        server.start();
        return new Browser(server, profile);
    }

    /** Measures pages in windows of several widths; none of them may say anything on the console. */
    List<Measured> measure(List<String> paths, List<Integer> widths) throws IOException, InterruptedException {
        byte[] page = MEASURING.formatted(widths, JsonMapper.shared().writeValueAsString(paths)).getBytes(UTF_8);
        server.createContext("/measuring", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        return MEASURED.matcher(run("/measuring", "--dump-dom")).results().map(found -> new Measured(found.group(1),
                Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)))).toList();
    }

    /** Takes a picture of the upper part of a page. */
    void picture(String path, int width, int height, Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        run(path, "--window-size=" + width + "," + height, "--screenshot=" + file.toAbsolutePath());
        assertThat(file).isNotEmptyFile();
    }

    /** What a page has become once it has been loaded and its scripts have run, as HTML. */
    String content(String path) throws IOException, InterruptedException {
        return run(path, "--dump-dom");
    }

    private String run(String path, String... arguments) throws IOException, InterruptedException {
        Path messages = profile.resolveSibling("messages.txt");
        List<String> command = new ArrayList<>(List.of("chromium", "--user-data-dir=" + profile));
        command.addAll(QUIET);
        command.addAll(List.of(arguments));
        command.add("http://127.0.0.1:" + server.getAddress().getPort() + path);
        Process chromium = new ProcessBuilder(command).redirectError(messages.toFile()).start();
        String output = new String(chromium.getInputStream().readAllBytes(), UTF_8);
        assertThat(chromium.waitFor(ServerProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(messages)).doesNotContain("CONSOLE");
        return output;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
