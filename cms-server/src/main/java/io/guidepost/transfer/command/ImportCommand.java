package io.guidepost.transfer.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "import", description = "Brings the content of a directory or a ZIP archive into a running server.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Server server = new Server();

    @Option(names = "--from", required = true, paramLabel = "<path>", description = "A directory, or an archive of one.")
    private Path from = Path.of("content");

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(names = "--update", description = "Save what differs on top of what is there.")
    private boolean update;

    @Option(names = "--publish", description = "Approve everything and make it live in one release; for administrators.")
    private boolean publish;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(from)) {
            throw new CommandFailedException("There is no " + from + ".");
        }
        Path packed = Files.createTempFile("guidepost-import", ".zip");
        try {
            Path archive = from;
            if (Files.isDirectory(from)) {
                DirectoryArchive.pack(from, packed);
                archive = packed;
            }
            return send(archive);
        } finally {
            boolean _ = Files.deleteIfExists(packed);
        }
    }

    private int send(Path archive) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = server.send(server
                .request("/import?dryRun=" + dryRun + "&update=" + update + "&publish=" + publish)
                .header("Content-Type", "application/zip")
                .header("Accept", "application/x-ndjson, application/problem+json;q=0.9")
                .POST(BodyPublishers.ofFile(archive)).build());
        ReportText text = new ReportText(spec.commandLine().getOut());
        if (answer.statusCode() == 422) {
            JsonNode problem = Server.problem(answer);
            return text.malformed(problem, spec.commandLine().getErr());
        }
        if (answer.statusCode() != 200) {
            throw Server.refused(answer, Server.problem(answer));
        }
        JsonNode last = lastLine(answer);
        if (last == null || !last.has("report")) {
            throw new CommandFailedException(last == null
                    ? "The server broke off; importing the same again finishes what was begun."
                    : last.path("problem").path("detail").asString(""));
        }
        return text.report(last.get("report"));
    }

    private @Nullable JsonNode lastLine(HttpResponse<InputStream> answer) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        JsonNode last = null;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = JsonMapper.shared().readTree(line);
                if (last.has("progress")) {
                    err.print("\r" + last.at("/progress/done").asInt() + " of " + last.at("/progress/of").asInt()
                            + " documents");
                    err.flush();
                }
            }
        }
        err.println();
        err.flush();
        return last;
    }
}
