package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.delivery.HostileRequests;
import io.guidepost.server.Client.Answer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole server with many live guides, each as large as the seed's, and those who read and publish them. */
public final class DeliveryLoad implements AutoCloseable {

    private static final int BATCH = 500;
    /** The guides are copies of one another, which is not what is measured. */
    private static final List<String> ARGUMENTS = List.of("--guidepost.editorial.self-approval=true",
            "--guidepost.checks.severities.RoleGuide.copied-text=off",
            "--management.endpoint.health.show-details=always");
    private static final Pattern REVISION = Pattern.compile("Revision (\\d+)\\.");
    private static final String RELATED = "query ($slug: Slug!) { roleGuide(slug: $slug) "
            + "{ alsoConsider(first: 3) { degraded careers { guide { slug } } } } }";
    private static final Pattern ASKED = Pattern.compile("asked (\\d+) times");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final InstalledServer installed;
    private ServerProcess server;
    private String token = "";

    /** Installs the server in a folder and starts it with the seed content; its search engine is up as well then. */
    public DeliveryLoad(Path folder) throws IOException, InterruptedException {
        this.folder = folder.resolve("data");
        this.installed = InstalledServer.in(folder.resolve("program"));
        this.server = ServerProcess.start(installed, this.folder, ARGUMENTS.toArray(String[]::new));
        awaitSearch(server.awaitReady());
        this.token = server.token().orElseThrow();
    }

    /**
     * Ends the server and starts it anew on what it has stored; gives the seconds until it has answered for the first time. Its
     * search engine, which comes later, is up as well then.
     */
    public double restart(String... arguments) throws IOException, InterruptedException {
        int exit = server.terminate();
        assertThat(exit).as(server.output()).isIn(0, 143);
        server.close();
        String[] all = Stream.concat(ARGUMENTS.stream(), Stream.of(arguments)).toArray(String[]::new);
        long start = System.nanoTime();
        server = ServerProcess.start(installed, folder, all);
        Client client = server.awaitReady();
        JsonNode _ = client.ask("{ roleGuide(slug: \"ai-specialist\") { title } }");
        double answered = (System.nanoTime() - start) / 1e9;
        awaitSearch(client);
        return answered;
    }

    private static void awaitSearch(Client client) {
        await().atMost(ServerProcess.PATIENCE).until(() -> client.send("GET", "/actuator/health", null, null).body()
                .at("/components/search/status").asString().equals("UP"));
    }

    /** Waits until nothing is left to be done of what was made live: every guide is embedded, and the search engine has all of it and of the working copies. */
    public void awaitRest() {
        Client client = anybody();
        await().atMost(Duration.ofHours(2)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            JsonNode parts = client.send("GET", "/actuator/health", null, null).body().path("components");
            return parts.at("/embeddings/details/waiting").asInt(1) == 0
                    && parts.at("/search/status").asString().equals("UP") && isAllIndexed(client.as(token));
        });
    }

    private static boolean isAllIndexed(Client admin) throws IOException, InterruptedException {
        if (admin.api("GET", "/work?limit=1", null, null).body().path("behind").asInt(1) > 0) {
            return false;
        }
        Answer checked = admin.api("POST", "/search/check", null, null);
        return checked.status() == 200 && Stream.of("missing", "outdated", "surplus", "repaired").allMatch(
                deviation -> checked.body().findValues(deviation).stream().allMatch(count -> count.asInt(1) == 0));
    }

    /** Where the server listens. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The process of the server, without that of its Elasticsearch. */
    public long pid() {
        return server.pid();
    }

    /** Makes guides live until there are so many besides the seed's: {@code guide-1}, {@code guide-2} and so on by their slugs. */
    public void fill(int from, int to) throws IOException, InterruptedException {
        List<String> models = models();
        for (int first = from; first <= to; first += BATCH) {
            byte[] archive = archive(models, first, Math.min(to, first + BATCH - 1));
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(address()
                    + "/api/import?publish=true")).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(archive)).build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(anybody().ask("{ roleGuides(first: 1) { totalCount } }").at("/roleGuides/totalCount").asInt())
                .isGreaterThanOrEqualTo(to);
    }

    private static List<String> models() throws IOException {
        List<String> models = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(
                "classpath*:guidepost/seed-content/documents/guides/*.yaml")) {
            models.add(file.getContentAsString(StandardCharsets.UTF_8));
        }
        return models;
    }

    private static byte[] archive(List<String> models, int from, int to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int number = from; number <= to; number++) {
                String guide = models.get(number % models.size()).replaceFirst("(?m)^id: .*$", "id: guide-" + number)
                        .replaceFirst("(?m)^  slug: .*$", "  slug: guide-" + number)
                        .replaceFirst("(?m)^  subtitle: .*$", "  subtitle: Revision 0. One of many guides, number "
                                + number + ".");
                zip.putNextEntry(new ZipEntry("documents/guides/" + number + ".yaml"));
                zip.write(guide.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The address of the page of a guide, by GET with the text of its query. */
    public static String page(String slug) throws IOException {
        return "/graphql?query=" + encoded(pageQuery()) + "&variables=" + encoded("{\"slug\":\"" + slug + "\"}");
    }

    /** The address of the page of a guide, by GET with the hash of its query, which has been sent along once. */
    public static String pageByHash(String slug) throws IOException {
        return "/graphql?extensions=" + encoded("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + sha256(
                pageQuery()) + "\"}}") + "&variables=" + encoded("{\"slug\":\"" + slug + "\"}");
    }

    /** The same address with the query itself, by which the server learns it. */
    public static String pageWithHash(String slug) throws IOException {
        return pageByHash(slug) + "&query=" + encoded(pageQuery());
    }

    /** The body that asks for the page of a guide by POST. */
    public static String pageBody(String slug) throws IOException {
        ObjectNode body = Client.JSON.createObjectNode().put("query", pageQuery());
        body.putObject("variables").put("slug", slug);
        return body.toString();
    }

    /** The address of some other query, by GET. */
    public static String query(String query) {
        return "/graphql?query=" + encoded(query);
    }

    private static String pageQuery() throws IOException {
        return new ClassPathResource("guidepost/queries/role-guide-page.graphql").getContentAsString(
                StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(
                    StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the server answers at an address of it. */
    public byte[] get(String path) throws IOException, InterruptedException {
        return answer(path).body();
    }

    private HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        return answer(URI.create(address() + path));
    }

    private HttpResponse<byte[]> answer(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(() -> new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return answer;
    }

    private Client anybody() {
        return new Client(server.port());
    }

    /**
     * What came of publishing under load.
     *
     * @param made milliseconds from sending each release until it was acknowledged, in order
     * @param visible milliseconds from then until a reader had seen it, in order
     * @param file milliseconds in which the same reader was then sent as much by the other server, in order
     * @param reads how many answers were read meanwhile
     * @param stale how many of them were older than a release that had been acknowledged before they were asked for
     */
    public record Published(List<Double> made, List<Double> visible, List<Double> file, int reads, int stale) {}

    /**
     * What is asked for while a guide and a question are released, and where the answer says which revision it shows.
     *
     * @param address by GET
     * @param revision its number as the first group
     */
    private record Look(String address, Pattern revision) {}

    /**
     * A release that was acknowledged, so that whatever is asked for after that has to be of it, or of a later one.
     *
     * @param number its own
     * @param revision of what was released
     */
    private record Acknowledged(int number, int revision) {

        /** Whether an answer is of an older one. */
        boolean isAfter(HttpResponse<byte[]> answer, Look look) {
            String edition = answer.headers().firstValue("Guidepost-Edition").orElseThrow();
            return Integer.parseInt(edition.split("\\.")[0]) < number || revisionIn(answer, look) < revision;
        }
    }

    /**
     * Publishes a guide together with a question of another one many times, one release after the other, while readers ask for the pages of
     * both and for a list.
     *
     * @param file the address of a page's bytes on another server, on which nothing is released: what a look costs anybody on this machine then
     */
    public Published publish(int times, int readers, URI file) throws Exception {
        String question = anybody().ask("{ roleGuide(slug: \"guide-2\") { faqs { id } } }").at("/roleGuide/faqs/0/id")
                .asString();
        List<Look> looks = List.of(new Look(page("guide-1"), REVISION), new Look(page("guide-2"), ASKED),
                new Look(query("{ roleGuides(first: 1, sort: NEWEST) { nodes { subtitle } } }"), REVISION));
        AtomicReference<Acknowledged> released = new AtomicReference<>(new Acknowledged(0, 0));
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger stale = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Client editor = anybody().as(token);
        Acknowledged first = released(editor, question, 0);
        released.set(first);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            threads.add(Thread.ofVirtual().uncaughtExceptionHandler((thread, thrown) -> failure.set(thrown)).start(
                    () -> {
                        for (int read = 0; !over.get(); read++) {
                            Look look = looks.get(read % looks.size());
                            Acknowledged before = released.get();
                            reads.incrementAndGet();
                            if (before.isAfter(answer(look), look)) {
                                stale.incrementAndGet();
                            }
                        }
                    }));
        }
        List<Double> made = new ArrayList<>();
        List<Double> visible = new ArrayList<>();
        List<Double> files = new ArrayList<>();
        for (int revision = 1; revision <= times; revision++) {
            Map<String, Integer> versions = approved(editor, question, revision);
            long start = System.nanoTime();
            Acknowledged release = release(editor, versions, revision);
            long acknowledged = System.nanoTime();
            released.set(release);
            while (revisionIn(answer(looks.getFirst()), looks.getFirst()) < revision) {
                Thread.onSpinWait();
            }
            long seen = System.nanoTime();
            HttpResponse<byte[]> _ = answer(file);
            made.add((acknowledged - start) / 1e6);
            visible.add((seen - acknowledged) / 1e6);
            files.add((System.nanoTime() - seen) / 1e6);
        }
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
        return new Published(made, visible, files, reads.get(), stale.get());
    }

    /**
     * What came of pulling the whole site.
     *
     * @param changes how many documents came
     * @param bytes how much that was, uncompressed
     * @param seconds how long it took
     */
    public record Pulled(int changes, long bytes, double seconds) {}

    /** Pulls the whole site as one stream of changes. */
    public Pulled pull() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(URI.create(address() + "/graphql/changes"))
                .build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        int lines = 0;
        long bytes = 0;
        String last = "";
        try (BufferedReader stream = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                lines++;
                bytes += line.length() + 1;
                last = line;
            }
        }
        assertThat(Client.JSON.readTree(last).path("end").asBoolean()).as("the last line").isTrue();
        return new Pulled(lines - 2, bytes, (System.nanoTime() - start) / 1e9);
    }

    /** Milliseconds that it takes to tell what the last release has changed. */
    public double lastChange() throws IOException, InterruptedException {
        JsonNode edition = anybody().ask("{ edition { release snapshot } }").get("edition");
        String since = edition.get("release").asInt() - 1 + "." + edition.get("snapshot").asInt();
        long start = System.nanoTime();
        JsonNode changes = anybody()
                .ask("{ changes(since: \"" + since + "\") { totalCount nodes { kind slug pages { slug } } } }");
        assertThat(changes.at("/changes/totalCount").asInt()).isEqualTo(1);
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * The answer to a request that nobody sends who means well.
     *
     * @param status its status code
     * @param bytes of its body
     * @param millis milliseconds until its last byte
     */
    public record Stood(int status, int bytes, double millis) {}

    /** Sends a request that nobody sends who means well. */
    public Stood send(HostileRequests.Hostile hostile) throws IOException, InterruptedException {
        HttpRequest.Builder request = hostile.query() == null
                ? HttpRequest.newBuilder(URI.create(address() + hostile.path()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(hostile.body()))
                : HttpRequest.newBuilder(URI.create(address() + hostile.path() + "?" + hostile.query()));
        if (!hostile.edition().isEmpty()) {
            request.header("Guidepost-Edition", hostile.edition());
        }
        HttpRequest sent = request.header("Accept", hostile.accept()).build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(sent, BodyHandlers.ofByteArray());
        return new Stood(answer.statusCode(), answer.body().length, (System.nanoTime() - start) / 1e6);
    }

    /** Seconds from the release of a guide until it is found as related to one that uses the same words. */
    public double searchable(String word) throws IOException, InterruptedException {
        Client editor = anybody().as(token);
        write(editor, word + "-one", word);
        String related = query(
                "{ roleGuide(slug: \"" + word + "-one\") { alsoConsider(first: 1) { careers { guide { slug } } } } }");
        long start = write(editor, word + "-two", word);
        while (!new String(get(related), StandardCharsets.UTF_8).contains(word + "-two")) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Milliseconds that it takes to ask for the related careers of each of some guides, one after the other. */
    public List<Double> related(int from, int to) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int guide = from; guide <= to; guide++) {
            String related = query(RELATED) + "&variables=" + encoded("{\"slug\":\"guide-" + guide + "\"}");
            long start = System.nanoTime();
            String answer = new String(get(related), StandardCharsets.UTF_8);
            times.add((System.nanoTime() - start) / 1e6);
            assertThat(answer).contains("\"degraded\":false");
        }
        return times;
    }

    /** Asks many times why the related careers of some guides are these, which the search engine is asked every time. */
    public void explain(int times, int guides) throws IOException, InterruptedException {
        Client editor = anybody().as(token);
        for (int i = 0; i < times; i++) {
            Answer answer = editor.api("GET", "/related/guide-" + (1 + i % guides), null, null);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
    }

    /** Makes a guide live that is about one word; gives when its release was acknowledged. */
    private static long write(Client editor, String slug, String word) throws IOException, InterruptedException {
        ObjectNode content = (ObjectNode) editor.document("guide-1").body().get("content");
        String title = "The work of a " + word + ", for people who change careers";
        content.put("slug", slug).put("title", title).put("subtitle", title)
                .put("description", title + ": what a " + word + " does all day, and how to become one")
                .put("intro", (word + " ").repeat(20).strip() + ".");
        ObjectNode document = Client.JSON.createObjectNode().put("type", "RoleGuide").put("id", "guide-" + slug);
        document.set("content", content);
        Answer created = editor.api("POST", "/documents", null, document);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        Answer submitted = editor.move("guide-" + slug, 1, "submit");
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(200);
        int version = editor.move("guide-" + slug, submitted.version(), "approve").version();
        Answer released = editor.release(slug, "PUBLISH", Map.of("guide-" + slug, version));
        assertThat(released.status()).as(released.body().toString()).isEqualTo(201);
        return System.nanoTime();
    }

    private HttpResponse<byte[]> answer(Look look) {
        try {
            return answer(look.address());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int revisionIn(HttpResponse<byte[]> answer, Look look) {
        Matcher revision = look.revision().matcher(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(revision.find()).as("a revision in the answer to %s", look.address()).isTrue();
        return Integer.parseInt(revision.group(1));
    }

    /** The next revision of the guide and the question, approved; gives their versions. */
    private static Map<String, Integer> approved(Client editor, String question, int revision) throws IOException,
            InterruptedException {
        return Map.of("guide-1", approved(editor, "guide-1", "subtitle", "Revision " + revision
                + ". One of many guides, the first one."), question, approved(editor, question, "question",
                        "What does one ask, asked " + revision + " times?"));
    }

    private static Acknowledged released(Client editor, String question, int revision) throws IOException,
            InterruptedException {
        return release(editor, approved(editor, question, revision), revision);
    }

    private static Acknowledged release(Client editor, Map<String, Integer> versions, int revision) throws IOException,
            InterruptedException {
        Answer answer = editor.release("Revision " + revision, "PUBLISH", versions);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new Acknowledged(answer.body().get("number").asInt(), revision);
    }

    private static int approved(Client editor, String id, String field, String text) throws IOException,
            InterruptedException {
        Answer document = editor.document(id);
        ObjectNode content = (ObjectNode) document.body().get("content");
        content.put(field, text);
        Answer saved = editor.save(id, document.version(), content);
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        Answer submitted = editor.move(id, saved.version(), "submit");
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(200);
        Answer approved = editor.move(id, submitted.version(), "approve");
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return approved.version();
    }

    @Override
    public void close() {
        server.close();
    }
}
