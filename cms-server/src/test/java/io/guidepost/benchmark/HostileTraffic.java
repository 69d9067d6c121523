package io.guidepost.benchmark;

import io.guidepost.delivery.HostileRequests;
import io.guidepost.delivery.HostileRequests.Hostile;
import io.guidepost.server.DeliveryLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FileSystemUtils;

/** How a server with 200 guides stands hostile requests, from eight clients at once. Arguments: how many at least (10000). */
public final class HostileTraffic {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 4;
    private static final int GUIDES = 200;

    private HostileTraffic() {}

    public static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = Files.createTempDirectory("guidepost-hostile");
        try (DeliveryLoad load = new DeliveryLoad(folder)) {
            load.fill(1, GUIDES);
            Map<Integer, Integer> statuses = new TreeMap<>();
            AtomicLong slowest = new AtomicLong();
            int each = Math.ceilDiv(requests, ROUNDS * CLIENTS);
            for (int round = 0; round < ROUNDS; round++) {
                round(load, each, round, statuses, slowest);
                System.out.printf(Locale.ROOT, "%,6d requests: answers by status %s, the slowest after %,d ms, %s%n",
                        statuses.values().stream().mapToInt(Integer::intValue).sum(), statuses,
                        slowest.get() / 1_000_000, memory(load));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void round(DeliveryLoad load, int each, int round, Map<Integer, Integer> statuses,
            AtomicLong slowest) throws Exception {
        List<Future<Map<Integer, Integer>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                HostileRequests hostile = HostileRequests.overDelivery(round * (long) CLIENTS + client);
                clients.add(threads.submit(() -> run(load, hostile, each, slowest)));
            }
        }
        for (Future<Map<Integer, Integer>> client : clients) {
            client.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        }
    }

    private static Map<Integer, Integer> run(DeliveryLoad load, HostileRequests requests, int count,
            AtomicLong slowest) throws IOException, InterruptedException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Hostile hostile = requests.next();
            long start = System.nanoTime();
            int status = load.send(hostile);
            slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
            statuses.merge(status, 1, Integer::sum);
        }
        return statuses;
    }

    private static String memory(DeliveryLoad load) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + load.pid() + "/status")).stream().filter(line -> line.startsWith(
                "VmRSS")).findFirst().orElseThrow().replaceAll("\\s+", " ");
    }
}
