package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.server.Client.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server on its embedded database, and many clients at once that save a few documents, each from the version it has read. */
public final class SaveLoad implements AutoCloseable {

    private final ServerProcess server;
    private final Client author;

    /** Starts the server, with what it stores in a folder. */
    public SaveLoad(Path folder) throws IOException {
        server = ServerProcess.start(folder, "--guidepost.seeding.enabled=false",
                "--spring.elasticsearch.uris=http://127.0.0.1:9");
        Client anybody = server.awaitReady();
        author = anybody.as(server.token().orElseThrow());
    }

    /**
     * What came of it.
     *
     * @param answers how many saves were answered with which status
     * @param acknowledged the questions that were acknowledged with 200, by document and version
     * @param history the questions in the history, by document and version
     * @param seconds how long it took
     */
    public record Outcome(Map<Integer, Integer> answers, Map<String, Map<Integer, String>> acknowledged,
            Map<String, Map<Integer, String>> history, double seconds) {}

    private record Save(String document, int status, int version, String question) {}

    /** Has some clients make some saves in all, on some documents. */
    public Outcome run(int clients, int saves, int documents) throws Exception {
        for (int number = 0; number < documents; number++) {
            ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", "faq-load-" + number);
            document.set("content", ContentNode.faq("load-" + number, "As it is."));
            assertThat(author.api("POST", "/documents", null, document).status()).isEqualTo(201);
        }
        ConcurrentLinkedQueue<Save> made = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = IntStream.range(0, clients).<Callable<Void>>mapToObj(client -> () -> {
                for (int number = next.getAndIncrement(); number < saves; number = next.getAndIncrement()) {
                    made.add(save("faq-load-" + ThreadLocalRandom.current().nextInt(documents), number));
                }
                return null;
            }).toList();
            for (Future<Void> done : people.invokeAll(work)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<Integer, Integer> answers = new TreeMap<>();
        Map<String, Map<Integer, String>> acknowledged = new HashMap<>();
        for (Save save : made) {
            answers.merge(save.status(), 1, Integer::sum);
            if (save.status() == 200) {
                String twice = acknowledged.computeIfAbsent(save.document(), id -> new TreeMap<>())
                        .put(save.version(), save.question());
                assertThat(twice).as("version %d of %s was acknowledged once", save.version(), save.document())
                        .isNull();
            }
        }
        Map<String, Map<Integer, String>> history = new HashMap<>();
        for (String document : acknowledged.keySet()) {
            history.put(document, history(document));
        }
        return new Outcome(answers, acknowledged, history, seconds);
    }

    private Save save(String document, int number) throws IOException, InterruptedException {
        Answer current = author.document(document);
        String question = "Is this question number " + number + "?";
        ObjectNode content = ((ObjectNode) current.body().get("content")).put("question", question);
        Answer answer = author.save(document, current.version(), content);
        return new Save(document, answer.status(), answer.body().path("version").asInt(), question);
    }

    /** The questions of a document's versions, but the first, which nobody of the load has made. */
    private Map<Integer, String> history(String document) throws IOException, InterruptedException {
        Map<Integer, String> history = new TreeMap<>();
        List<JsonNode> pages = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = author.api("GET", "/documents/" + document + "/versions?limit=100" + after, null, null)
                    .body();
            pages.add(page);
            after = "&after=" + page.path("next").asString("");
        } while (pages.getLast().hasNonNull("next"));
        for (JsonNode page : pages) {
            for (JsonNode version : page.get("items")) {
                String twice = history.put(version.get("version").asInt(), version.get("title").asString());
                assertThat(twice).as("a version is listed once").isNull();
            }
        }
        history.remove(1);
        return history;
    }

    @Override
    public void close() {
        server.close();
    }
}
