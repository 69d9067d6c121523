package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is told, on the loopback: takes every message, unless told otherwise. */
public final class Receiver implements AutoCloseable {

    private static final int TAKEN = 204;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Map<String, String> headers = new HashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile boolean hanging;

    /** A message as it came in. */
    public record Received(String path, Map<String, String> headers, String body) {

        /** What tells it from other messages. */
        public String id() {
            return headers.get("webhook-id");
        }

        /** What it says. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** What it says besides its type and time. */
        public JsonNode data() {
            return json().get("data");
        }

        /** Its signatures. */
        public List<String> signatures() {
            return Arrays.asList(headers.get("webhook-signature").split(" "));
        }

        /** Its signature as it must be under a secret. */
        public String expected(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")),
                        "HmacSHA256"));
                mac.update((id() + "." + headers.get("webhook-timestamp") + ".").getBytes(StandardCharsets.UTF_8));
                return "v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Starts it on a port of its own. */
    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> sent = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exchange.getRequestMethod()).isEqualTo("POST");
        received.add(new Received(exchange.getRequestURI().toString(), sent, body));
        if (hanging) {
            awaitEnd();
        }
        Integer status = statuses.poll();
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status == null ? TAKEN : status, -1);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers the next messages so, one after the other. */
    public Receiver answers(Integer... next) {
        statuses.addAll(Arrays.asList(next));
        return this;
    }

    /** Adds a header to all answers. */
    Receiver header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answers nothing any more. */
    Receiver hangs() {
        hanging = true;
        return this;
    }

    /** How operators allow it. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where it listens. */
    public String url(String path) {
        return "http://" + authority() + path;
    }

    /** What has come in, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
