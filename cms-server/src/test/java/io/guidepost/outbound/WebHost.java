package io.guidepost.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback, with pages as tests want them; whatever else is asked for is not found. */
public final class WebHost implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> headers = Map.of();
    private volatile String lastBody = "";

    /** What is done with a request. */
    @FunctionalInterface
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A page. */
    public final class Page {

        private final Map<String, String> headers = new HashMap<>();
        private volatile Answering head;
        private volatile Answering answering = exchange -> send(exchange, 404, "");

        /** Answers so. */
        public Page answers(int status, String text) {
            answering = exchange -> send(exchange, status, text);
            return this;
        }

        /** Answers those who want the headers alone so. */
        public Page answersHead(int status) {
            head = exchange -> send(exchange, status, "");
            return this;
        }

        /** Leads elsewhere. */
        public Page redirects(int status, String location) {
            return header("Location", location).answers(status, "");
        }

        /** Adds a header to the answer. */
        public Page header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Never answers. */
        public Page hangs() {
            answering = exchange -> {
                try {
                    closed.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            };
            return this;
        }

        /** Never comes to an end. */
        public Page endless() {
            answering = exchange -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    while (closed.getCount() > 0) {
                        body.write(new byte[1024]);
                    }
                }
            };
            return this;
        }

        private void send(HttpExchange exchange, int status, String text) throws IOException {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        }

        private void answer(HttpExchange exchange) throws IOException {
            Answering forHead = head;
            (forHead != null && exchange.getRequestMethod().equals("HEAD") ? forHead : answering).answer(exchange);
        }
    }

    /** Starts it on a port of its own. */
    public WebHost() {
        this(InetAddress.getLoopbackAddress());
    }

    WebHost(InetAddress address) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            Map<String, String> sent = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            headers = sent;
            lastBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            at(exchange.getRequestURI().getPath()).answer(exchange);
        });
        server.start();
    }

    /** The page at a path. */
    public Page at(String path) {
        return pages.computeIfAbsent(path, _ -> new Page());
    }

    /** Its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** How operators allow it. */
    public String authority() {
        return "127.0.0.1:" + port();
    }

    /** The address of a page. */
    public String url(String path) {
        return "http://" + authority() + path;
    }

    /** What it was asked for, each as {@code GET /path}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** A header of the last request; null: it had none of the name. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The body of the last request. */
    public String lastBody() {
        return lastBody;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
