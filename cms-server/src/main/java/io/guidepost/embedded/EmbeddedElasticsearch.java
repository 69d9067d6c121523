package io.guidepost.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch in a child process: it runs beside the server, which does not wait for it, started again when it
 * dies, always on the same port, and ended with the server. When the server is killed it ends by itself.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Path folder;
    private final long heapMegabytes;
    private final Duration startLimit;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile @Nullable ElasticsearchProcess running;
    private volatile boolean ready;

    private EmbeddedElasticsearch(Path folder, long heapMegabytes, Duration startLimit, int port) {
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.startLimit = startLimit;
        this.port = port;
        this.supervisor = Thread.ofPlatform().name("elasticsearch-supervisor").daemon().unstarted(this::supervise);
    }

    /**
     * Chooses the port; nothing runs before {@link #launch}.
     *
     * @param folder where the programs are unpacked to and the data are kept; it must be no other server's
     * @param heapMegabytes the largest heap of the process
     * @param startLimit how long a start may take
     * @return the process to be
     */
    static EmbeddedElasticsearch at(Path folder, long heapMegabytes, Duration startLimit) {
        return new EmbeddedElasticsearch(folder.toAbsolutePath(), heapMegabytes, startLimit, freePort());
    }

    /**
     * Starts the process and returns at once; the port is known, but nothing answers on it yet.
     *
     * @param folder where the programs are unpacked to and the data are kept; it must be no other server's
     * @param heapMegabytes the largest heap of the process
     * @param startLimit how long a start may take
     * @return the process under supervision
     */
    public static EmbeddedElasticsearch start(Path folder, long heapMegabytes, Duration startLimit) {
        EmbeddedElasticsearch elasticsearch = at(folder, heapMegabytes, startLimit);
        elasticsearch.launch();
        return elasticsearch;
    }

    /** Starts the process and returns at once; more than once is the same as once. */
    synchronized void launch() {
        if (supervisor.getState() == Thread.State.NEW) {
            supervisor.start();
        }
    }

    /** A free port outside of the range systems give to outgoing connections, so that it is still free after a restart. */
    private static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var free = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Taken: try the next.
            }
        }
        throw new IllegalStateException("No free port for Elasticsearch");
    }

    /** The port it answers on, once it is ready. */
    public int port() {
        return port;
    }

    /** Whether it answers requests. */
    public boolean isReady() {
        return ready;
    }

    /** The id of the process, while there is one. */
    OptionalLong pid() {
        ElasticsearchProcess process = running;
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        try {
            do {
                long start = System.nanoTime();
                String end = runOnce(start);
                pause = System.nanoTime() - start > LONGEST_PAUSE.toNanos() ? FIRST_PAUSE : pause;
                if (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("Elasticsearch {}: starting it again; its log is {}", end, folder.resolve("logs"));
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } while (closed.getCount() > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the process once and returns how it ended, as a predicate. */
    private String runOnce(long start) throws InterruptedException {
        ElasticsearchProcess process;
        try {
            LOG.info("Elasticsearch is starting on port {}", port);
            process = ElasticsearchProcess.start(ElasticsearchHome.unpack(folder), folder, port, heapMegabytes);
        } catch (IOException | RuntimeException e) {
            LOG.error("Elasticsearch cannot be started", e);
            return "could not be started";
        }
        running = process;
        if (closed.getCount() == 0) {
            process.stop();
        }
        ready = process.awaitReady(startLimit);
        if (ready) {
            LOG.info("Elasticsearch is ready after {} s", "%.1f".formatted((System.nanoTime() - start) / 1e9));
        } else {
            process.kill();
        }
        boolean wasReady = ready;
        int exit = process.awaitEnd();
        ready = false;
        running = null;
        return (wasReady ? "died" : "did not start") + " (exit code " + exit + ")";
    }

    /** Ends the process and waits for its end. */
    @Override
    public void close() {
        closed.countDown();
        ElasticsearchProcess process = running;
        try {
            if (process != null) {
                process.stop();
            }
            supervisor.join();
        } catch (InterruptedException e) {
            // It ends with this process at the latest.
            Thread.currentThread().interrupt();
        }
    }
}
