package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/** A server on its embedded database, without Elasticsearch, and an archive of many documents for it. */
public final class ImportLoad implements AutoCloseable {

    private static final int GUIDE_EACH = 20;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerProcess server;

    /** Starts the server with flags of the Java machine, with what it stores in a folder. */
    public ImportLoad(Path folder, List<String> flags) throws IOException {
        server = ServerProcess.start(folder, flags, "--guidepost.seeding.enabled=false",
                "--spring.elasticsearch.uris=http://127.0.0.1:9");
        Client _ = server.awaitReady();
    }

    /**
     * What came of a request.
     *
     * @param body what was answered
     * @param seconds from sending the request to the end of the answer
     */
    public record Answered(byte[] body, double seconds) {

        /** How many documents had an outcome, {@code created} for instance. */
        public int count(String outcome) {
            JsonNode report = Client.JSON.readTree(body);
            return report.get(outcome).asInt();
        }
    }

    /** An archive of so many documents that say what the seed's say: one role guide in twenty, and frequent questions. */
    public static byte[] archive(int documents) throws IOException {
        List<String> guides = seed("guides");
        List<String> faqs = seed("faqs");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int number = 0; number < documents; number++) {
                boolean guide = number % GUIDE_EACH == 0;
                List<String> models = guide ? guides : faqs;
                String document = models.get(number % models.size())
                        .replaceFirst("(?m)^id: .*$", "$0-" + number).replaceFirst("(?m)^  slug: .*$", "$0-" + number);
                zip.putNextEntry(new ZipEntry("documents/" + (guide ? "guides" : "faqs") + "/" + number + ".yaml"));
                zip.write(document.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> seed(String folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(
                "classpath*:guidepost/seed-content/documents/" + folder + "/*.yaml")) {
            files.add(file.getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** Imports an archive. */
    public Answered imported(byte[] archive) throws IOException, InterruptedException {
        return send(request("/api/import").header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(
                archive)));
    }

    /** Exports everything. */
    public Answered exported() throws IOException, InterruptedException {
        return send(request("/api/export"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).header("Authorization",
                "Bearer " + server.token().orElseThrow());
    }

    private Answered send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(answer.statusCode()).as(() -> new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return new Answered(answer.body(), seconds);
    }

    @Override
    public void close() {
        server.close();
    }
}
