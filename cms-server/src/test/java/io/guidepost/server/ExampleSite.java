package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.node.ObjectNode;

/** The example of a front end, built in a copy of its folder. */
final class ExampleSite {

    private static final Path TREE = Path.of("..");
    private static final Set<String> NOT_COPIED = Set.of("node_modules", "build", "generated");

    private final Path folder;
    private final Path log;

    private ExampleSite(Path tree) {
        this.folder = tree.resolve("examples/site");
        this.log = tree.resolve("npm.log");
    }

    /** What a build has said. */
    record Build(boolean succeeded, String output) {

        /** The pages that it made anew, by their paths. */
        List<String> made() {
            return pages("made ");
        }

        List<String> deleted() {
            return pages("deleted ");
        }

        private List<String> pages(String verb) {
            return output.lines().filter(line -> line.startsWith(verb)).map(line -> line.substring(verb.length())
                    .strip()).toList();
        }
    }

    /** A copy under a folder, with what it needs installed; where Node.js or npm is missing, the test is skipped. */
    static ExampleSite install(Path tree) throws IOException, InterruptedException {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).map(Path::of).flatMap(path -> Stream.of("node", "npm")
                .filter(tool -> Files.isExecutable(path.resolve(tool))))).as("Node.js and npm are installed").contains(
                        "node", "npm");
        copy("schema", tree);
        copy("examples", tree);
        ExampleSite site = new ExampleSite(tree);
        Build installed = site.npm("http://127.0.0.1:8080", "ci", "--prefer-offline");
        assertThat(installed.succeeded()).as(installed.output()).isTrue();
        return site;
    }

    private static void copy(String name, Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(TREE.resolve(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path within = TREE.relativize(file);
                if (Stream.of(within.toString().split("/")).noneMatch(NOT_COPIED::contains)) {
                    Path target = tree.resolve(within);
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
        }
    }

    /** Builds it from a server's content, as far as that can be done. */
    Build build(int port) throws IOException, InterruptedException {
        return build("http://127.0.0.1:" + port);
    }

    /** Builds it from the content of the server at an address. */
    Build build(String server) throws IOException, InterruptedException {
        return npm(server, "run", "build");
    }

    /** Has it remember that it was built from another edition. */
    void remember(String edition) throws IOException {
        Path file = folder.resolve("build/data/build.json");
        ObjectNode build = (ObjectNode) Client.JSON.readTree(Files.readString(file));
        Path _ = Files.writeString(file, build.put("edition", edition).toString());
    }

    /** Makes its types from the schema and checks its code by them. */
    Build check() throws IOException, InterruptedException {
        return npm("http://127.0.0.1:8080", "run", "check");
    }

    private Build npm(String server, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("npm"), Stream.of(arguments)).toList());
        builder.environment().put("GUIDEPOST_URL", server);
        Process npm = builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(npm.waitFor(ServerProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Build(npm.exitValue() == 0, Files.readString(log, StandardCharsets.UTF_8));
    }

    /** The page of a path. */
    Document page(String path) throws IOException {
        return Jsoup.parse(pages().resolve(path.substring(1)).resolve("index.html"));
    }

    /** The folder that is served. */
    Path pages() {
        return folder.resolve("build/site");
    }
}
