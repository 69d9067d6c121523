package io.guidepost.benchmark;

import io.guidepost.delivery.HostileRequests;
import io.guidepost.delivery.HostileRequests.Hostile;
import io.guidepost.server.DeliveryLoad;
import io.guidepost.server.DeliveryLoad.Stood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * How a server with 200 guides, all of them embedded and indexed, stands hostile requests, from eight clients at once, and which of them took
 * it longest. Arguments: how many at least (10000).
 */
public final class HostileTraffic {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 4;
    private static final int GUIDES = 200;
    private static final int SLOWEST = 8;
    private static final int SHOWN = 160;

    private HostileTraffic() {}

    /**
     * A request and what came of it.
     *
     * @param request how it begins
     * @param ended when, by {@link System#nanoTime}
     */
    private record Done(String request, Stood stood, long ended) {}

    public static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = Files.createTempDirectory("guidepost-hostile");
        try (DeliveryLoad load = new DeliveryLoad(folder)) {
            for (int i = 0; i < 5; i++) {
                load.get("/graphql/changes?edition=1.1");
                load.get(DeliveryLoad.page("ai-specialist") + "&x=" + i);
                load.get(DeliveryLoad.query("{ roleGuides(first: 10) { nodes { a" + i
                        + ": title intro { html } faqs { question answer { html } } } } }"));
            }
            load.fill(1, GUIDES);
            load.awaitRest();
            long start = System.nanoTime();
            List<Done> slowest = new ArrayList<>();
            Map<Integer, Integer> statuses = new TreeMap<>();
            int each = Math.ceilDiv(requests, ROUNDS * CLIENTS);
            for (int round = 0; round < ROUNDS; round++) {
                for (Done done : round(load, each, round)) {
                    statuses.merge(done.stood().status(), 1, Integer::sum);
                    slowest.add(done);
                }
                slowest.sort(Comparator.comparingDouble((Done done) -> done.stood().millis()).reversed());
                slowest.subList(SLOWEST, slowest.size()).clear();
                System.out.printf(Locale.ROOT, "%,6d requests: answers by status %s, the slowest after %,.0f ms, %s%n",
                        statuses.values().stream().mapToInt(Integer::intValue).sum(), statuses,
                        slowest.getFirst().stood().millis(), Readings.memory(load.pid()));
            }
            for (Done done : slowest) {
                System.out.printf(Locale.ROOT, "%,.0f ms, ended after %.1f s, answered %d with %,d bytes: %s%n",
                        done.stood().millis(), (done.ended() - start) / 1e9, done.stood().status(),
                        done.stood().bytes(), done.request());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<Done> round(DeliveryLoad load, int each, int round) throws Exception {
        List<Future<List<Done>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                HostileRequests hostile = HostileRequests.overDelivery(round * (long) CLIENTS + client);
                clients.add(threads.submit(() -> run(load, hostile, each)));
            }
        }
        List<Done> all = new ArrayList<>();
        for (Future<List<Done>> client : clients) {
            all.addAll(client.get());
        }
        return all;
    }

    private static List<Done> run(DeliveryLoad load, HostileRequests requests, int count) throws IOException,
            InterruptedException {
        List<Done> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Hostile hostile = requests.next();
            Stood stood = load.send(hostile);
            all.add(new Done(start(hostile), stood, System.nanoTime()));
        }
        return all;
    }

    private static String start(Hostile request) {
        String text = request.query() == null
                ? new String(request.body(), StandardCharsets.ISO_8859_1)
                : Objects.requireNonNull(request.query());
        return (request.path() + " " + text.substring(0, Math.min(SHOWN, text.length()))).codePoints().map(
                letter -> Character.isISOControl(letter) ? ' ' : letter).mapToObj(Character::toString).collect(
                        Collectors.joining());
    }
}
