package io.guidepost.transfer.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Writes the content of a running server to a directory or a ZIP archive.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Server server = new Server();

    @Option(names = "--to", required = true, paramLabel = "<path>", description = "A directory, or an archive if it ends in .zip.")
    private Path to = Path.of("content");

    @Option(names = "--state", paramLabel = "<state>", defaultValue = "working", description = "working: the working copies; live: what is live (default: ${DEFAULT-VALUE}).")
    private String state = "working";

    @Option(names = "--types", paramLabel = "<type>", split = ",", description = "Only these document types, and not the quiz.")
    private List<String> types = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = server
                .send(server.request("/export?state=" + encoded(state) + "&types=" + encoded(String.join(",", types)))
                        .build());
        if (answer.statusCode() != 200) {
            throw Server.refused(answer, Server.problem(answer));
        }
        Path archive = Files.createTempFile("guidepost-export", ".zip");
        try (InputStream body = answer.body()) {
            long _ = Files.copy(body, archive, StandardCopyOption.REPLACE_EXISTING);
            int files = take(archive);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Exported " + files + " files to " + to + ".");
            out.flush();
        } catch (IOException failure) {
            throw new CommandFailedException("The export cannot be written: " + failure.getMessage());
        } finally {
            boolean _ = Files.deleteIfExists(archive);
        }
        return 0;
    }

    private int take(Path archive) throws IOException {
        try (ZipFile whole = new ZipFile(archive.toFile())) {
            if (to.toString().endsWith(".zip")) {
                Path _ = Files.copy(archive, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                for (ZipEntry entry : whole.stream().map(ZipEntry.class::cast).toList()) {
                    write(whole, entry);
                }
            }
            return whole.size();
        }
    }

    private void write(ZipFile archive, ZipEntry entry) throws IOException {
        Path root = to.toAbsolutePath().normalize();
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("the archive names a file outside of the directory");
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = archive.getInputStream(entry)) {
            long _ = Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
