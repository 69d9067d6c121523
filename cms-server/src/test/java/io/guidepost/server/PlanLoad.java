package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.embedded.JavaProcess;
import io.guidepost.embedded.MongoProcess;
import io.guidepost.server.Client.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two servers on one embedded MongoDB, with many releases planned to be due within a short time, one of the servers killed half-way
 * through it.
 */
public final class PlanLoad implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JavaProcess mongo;
    private final ServerProcess first;
    private final ServerProcess second;
    private final Client admin;

    /** Starts the servers, with what they store in a folder. */
    public PlanLoad(Path folder) throws IOException {
        mongo = JavaProcess.run(MongoProcess.class, folder.resolve("mongo"));
        String uri = mongo.awaitLine("mongo ");
        first = server(folder.resolve("first"), uri);
        Client anybody = first.awaitReady();
        second = server(folder.resolve("second"), uri);
        second.awaitReady();
        admin = anybody.as(first.token().orElseThrow());
    }

    private static ServerProcess server(Path folder, String mongo) throws IOException {
        return ServerProcess.start(folder, "--spring.mongodb.uri=" + mongo,
                "--spring.elasticsearch.uris=http://127.0.0.1:9", "--guidepost.editorial.self-approval=true");
    }

    /**
     * What came of it.
     *
     * @param due when each plan was due, by its id
     * @param log the releases, the newest first
     * @param states how many plans are in which state
     * @param killed when a server was killed
     */
    public record Outcome(Map<String, Instant> due, List<Made> log, Map<String, Integer> states, Instant killed) {

        /** How late each release was, the least late first. */
        public List<Duration> lateness() {
            return log.stream().map(made -> Duration.between(due.get(made.plan()), made.at())).sorted().toList();
        }
    }

    /** A release of the log. */
    public record Made(int number, String plan, Instant at) {}

    /** Plans as many releases as given, each of a FAQ of its own, due one after the other within a time, and waits until all are over. */
    public Outcome run(int plans, Duration within) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(CLIENTS)) {
            List<String> ids = all(people, plans, this::planned);
            Instant start = Instant.now().plusSeconds(5).plusMillis(plans * 20L);
            Map<String, Instant> due = new HashMap<>();
            IntStream.range(0, plans).forEach(number -> due.put(ids.get(number),
                    Instant.ofEpochMilli(start.toEpochMilli() + within.toMillis() * number / plans)));
            List<Integer> scheduled = all(people, plans, number -> schedule(ids.get(number), due));
            assertThat(scheduled).containsOnly(200);
            Instant halfWay = start.plus(within.dividedBy(2));
            await().atMost(PATIENCE).until(() -> Instant.now().isAfter(halfWay));
            second.kill();
            Instant killed = Instant.now();
            await().atMost(PATIENCE).until(() -> admin.api("GET", "/planned-releases?state=Scheduled&limit=1", null,
                    null).body().get("items").isEmpty());
            return new Outcome(due, log(), states(), killed);
        }
    }

    private interface Step<T> {

        T of(int number) throws Exception;
    }

    private static <T> List<T> all(ExecutorService people, int count, Step<T> step) throws Exception {
        List<Callable<T>> steps = IntStream.range(0, count).<Callable<T>>mapToObj(number -> () -> step.of(number))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> result : people.invokeAll(steps)) {
            results.add(result.get());
        }
        return results;
    }

    /** Has a FAQ approved and plans its release; half of that on either server. */
    private String planned(int number) throws IOException, InterruptedException {
        Client client = number % 2 == 0 ? admin : admin.at(second.port());
        String faq = "faq-load-" + number;
        ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", faq);
        document.set("content", ContentNode.faq("load-" + number, "As it is."));
        assertThat(client.api("POST", "/documents", null, document).status()).isEqualTo(201);
        assertThat(client.move(faq, 1, "submit").status()).isEqualTo(200);
        assertThat(client.move(faq, 2, "approve").status()).isEqualTo(200);
        ObjectNode plan = Client.JSON.createObjectNode().put("name", "Plan " + number);
        plan.putArray("changes").addObject().put("document", faq).put("action", "PUBLISH");
        Answer created = client.api("POST", "/planned-releases", null, plan);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        return created.body().get("id").asString();
    }

    private int schedule(String plan, Map<String, Instant> due) throws IOException, InterruptedException {
        return admin.api("POST", "/planned-releases/" + plan + "/schedule", 1,
                Client.JSON.createObjectNode().put("at", due.get(plan).toString())).status();
    }

    private List<Made> log() throws IOException, InterruptedException {
        List<Made> log = new ArrayList<>();
        for (JsonNode release : items("/releases", "before")) {
            log.add(new Made(release.get("number").asInt(), release.get("plan").asString(),
                    Instant.parse(release.get("at").asString())));
        }
        return log;
    }

    private Map<String, Integer> states() throws IOException, InterruptedException {
        Map<String, Integer> states = new HashMap<>();
        for (JsonNode plan : items("/planned-releases", "after")) {
            states.merge(plan.at("/state/name").asString(), 1, Integer::sum);
        }
        return states;
    }

    /** All items of a list that comes in pages. */
    private List<JsonNode> items(String path, String parameter) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = admin.api("GET", path + "?limit=100", null, null).body();
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = admin.api("GET", path + "?limit=100&" + parameter + "=" + page.get("next").asString(), null, null)
                    .body();
            page.get("items").forEach(items::add);
        }
        return items;
    }

    @Override
    public void close() {
        first.close();
        second.close();
        mongo.close();
    }
}
