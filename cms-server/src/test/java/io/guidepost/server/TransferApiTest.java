package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.GuidepostApplication;
import io.guidepost.storage.TestMongo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Import and export over HTTP, and by the commands of the jar. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TransferApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final String ZIP = "application/zip";
    private static final String LINES = "application/x-ndjson";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static String admin;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.seeding.enabled", () -> false);
        properties.add("guidepost.web.max-import", () -> "100KB");
    }

    @AfterAll
    static void stopMongo() {
        MONGO.close();
    }

    @BeforeEach
    void adminsToken(CapturedOutput output) {
        if (admin == null) {
            Matcher printed = Pattern.compile("gp_\\S+").matcher(output.getAll());
            assertThat(printed.find()).isTrue();
            admin = printed.group();
        }
    }

    private static String faq(String slug, String answer) {
        return "{\"type\": \"Faq\", \"id\": \"faq-" + slug + "\", \"content\": {\"slug\": \"" + slug
                + "\", \"question\": \"What about " + slug + "?\", \"answer\": \"" + answer + "\"}}\n";
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private HttpResponse<byte[]> post(String query, String type, String accept, byte[] body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/import" + query)).header(
                "Authorization", "Bearer " + admin).header("Content-Type", type).header("Accept", accept).POST(
                        BodyPublishers.ofByteArray(body))
                .build(), BodyHandlers.ofByteArray());
    }

    private JsonNode report(String query, String lines) throws Exception {
        HttpResponse<byte[]> answer = post(query, LINES, "application/json", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private void refused(int status, String code, String excerpt, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(body).get("type").asString()).isEqualTo("urn:guidepost:problem:"
                + code);
        assertThat(body).contains(excerpt).doesNotContain("Exception", "jackson", "/tmp/");
    }

    private HttpResponse<byte[]> export(String query) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/export" + query)).header(
                "Authorization", "Bearer " + admin).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void lines_are_imported_compared_updated_and_published() throws Exception {
        assertThat(report("?dryRun=true", faq("alpha", "One.")).get("created").asInt()).isEqualTo(1);
        assertThat(report("", faq("alpha", "One.")).get("created").asInt()).isEqualTo(1);
        assertThat(report("", faq("alpha", "One.")).get("unchanged").asInt()).isEqualTo(1);
        JsonNode conflict = report("", faq("alpha", "Two."));
        assertThat(conflict.at("/documents/0/outcome").asString()).isEqualTo("CONFLICT");
        assertThat(conflict.at("/documents/0/differences/0").asString()).isEqualTo("/answer");
        assertThat(report("?update=true", faq("alpha", "Two.")).get("updated").asInt()).isEqualTo(1);
        JsonNode published = report("?publish=true", faq("beta", "Three.") + faq("gamma", "Four."));
        assertThat(published.get("published").asInt()).as(published.toString()).isEqualTo(2);
        HttpResponse<String> audit = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                + "/api/audit?command=content.import&target=" + published.get("release").asInt())).header(
                        "Authorization", "Bearer " + admin)
                .build(), BodyHandlers.ofString());
        assertThat(JsonMapper.shared().readTree(audit.body()).get("items"))
                .as("the release is on record as the import's")
                .hasSize(1);
    }

    @Test
    void progress_is_told_line_by_line_and_the_report_last() throws Exception {
        HttpResponse<byte[]> answer = post("", LINES, LINES, (faq("delta", "One.") + faq("epsilon", "Two.")).getBytes(
                StandardCharsets.UTF_8));

        List<JsonNode> lines = new String(answer.body(), StandardCharsets.UTF_8).lines()
                .map(line -> JsonMapper
                        .shared().readTree(line))
                .toList();
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith(
                LINES));
        assertThat(lines.getFirst().at("/progress/of").asInt()).isEqualTo(2);
        assertThat(lines.getLast().at("/report/total").asInt()).isEqualTo(2);
    }

    @Test
    void an_export_can_be_imported_and_is_the_same_every_time() throws Exception {
        report("", faq("zeta", "One: two."));
        HttpResponse<byte[]> exported = export("?types=Faq");

        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(export("?types=Faq").body()).isEqualTo(exported.body());
        HttpResponse<byte[]> imported = post("", ZIP, "application/json", exported.body());
        JsonNode report = JsonMapper.shared().readTree(imported.body());
        assertThat(report.get("unchanged").asInt()).isEqualTo(report.get("total").asInt()).isPositive();
        assertThat(export("?state=live").statusCode()).isEqualTo(200);
    }

    @Test
    void bad_archives_and_bad_queries_are_refused_with_the_reason() throws Exception {
        refused(422, "malformed-archive", "not a ZIP", post("", ZIP, "*/*", "no".getBytes(StandardCharsets.UTF_8)));
        refused(422, "malformed-archive", "leads out", post("", ZIP, "*/*", zip(Map.of("../a.yaml", "a"))));
        refused(422, "malformed-archive", "larger", post("", ZIP, "*/*", zip(Map.of("documents/a.yaml", "x".repeat(
                6 << 20)))));
        refused(422, "malformed-content", "\"line\":2", post("", ZIP, LINES, zip(Map.of("documents/a.yaml",
                "type: Faq\n\tid: x\n"))));
        refused(422, "malformed-content", "unknown-type", post("", LINES, "*/*",
                "{\"type\": \"Poem\", \"id\": \"poem-one\", \"content\": {}}".getBytes(StandardCharsets.UTF_8)));
        refused(422, "malformed-content", "not-utf-8", post("", LINES, "*/*", new byte[]{'{', (byte) 0xFF}));
        refused(413, "too-large", "102400", post("", LINES, "*/*", new byte[200_000]));
        refused(415, "unsupported-media-type", "", post("", "text/plain", "*/*", new byte[1]));
        refused(400, "malformed-query", "state", export("?state=dead"));
        refused(422, "unknown-type", "Poem", export("?types=Poem"));
    }

    @Test
    void the_commands_export_and_import_a_directory(@TempDir Path folder) throws Exception {
        report("?update=true", faq("omega", "One."));
        Path content = folder.resolve("content");
        Ended exported = command(admin, "export", "--to", content.toString(), "--types", "Faq");
        assertThat(exported.code()).as(exported.output()).isZero();
        Path omega = content.resolve("documents/faq/faq-omega.yaml");
        assertThat(omega).content().contains("answer: One.\n");

        assertThat(command(admin, "import", "--from", content.toString()).code()).isZero();
        Files.writeString(omega, Files.readString(omega).replace("One.", "Two."));
        Ended conflict = command(admin, "import", "--from", content.toString());
        assertThat(conflict.code()).as(conflict.output()).isEqualTo(1);
        assertThat(conflict.output()).contains("documents/faq/faq-omega.yaml", "differs at /answer", "1 conflicts");
        assertThat(command(admin, "import", "--from", content.toString(), "--update").output()).contains("1 updated");
        Files.writeString(omega, "type: Faq\nid: [\n");
        Ended malformed = command(admin, "import", "--from", content.toString());
        assertThat(malformed.code()).as(malformed.output()).isEqualTo(1);
        assertThat(malformed.output()).contains("documents/faq/faq-omega.yaml:", "Nothing was imported");
    }

    @Test
    void a_command_that_cannot_be_done_says_why(@TempDir Path folder) throws Exception {
        Ended help = command(admin, "import", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.output()).contains("--dry-run", "--update");
        Ended tokenless = command("", "export", "--to", folder.toString());
        assertThat(tokenless.code()).isEqualTo(2);
        assertThat(tokenless.output()).contains("GUIDEPOST_TOKEN");
        assertThat(command("gp_nonsense", "export", "--to", folder.toString()).code()).isEqualTo(2);
        assertThat(command(admin, "export").code()).isEqualTo(2);
    }

    private record Ended(int code, String output) {}

    private Ended command(String token, String name, String... arguments) throws Exception {
        List<String> line = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), GuidepostApplication.class
                        .getName(),
                name, "--server", "http://127.0.0.1:" + port), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("GUIDEPOST_TOKEN", token);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
