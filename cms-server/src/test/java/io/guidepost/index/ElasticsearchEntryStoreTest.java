package io.guidepost.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writing to something that answers as Elasticsearch does when it is busy. */
class ElasticsearchEntryStoreTest {

    /** The ids of each request, in its order. */
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    /** The status of an entry at an attempt, counted from 1. */
    private ToIntBiFunction<String, Integer> statuses = (_, _) -> 201;
    private int overall = 200;
    private HttpServer server;
    private ElasticsearchEntryStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pages/_bulk", this::answer);
        server.start();
        ElasticsearchClient client = ElasticsearchClient.of(config -> config
                .host("http://127.0.0.1:" + server.getAddress().getPort()).jsonMapper(new Jackson3JsonpMapper()));
        store = new ElasticsearchEntryStore(client, "pages", pauses::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        assertThat(exchange.getRequestURI().getQuery()).contains("require_alias=true");
        List<String> ids = new ArrayList<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : body.lines().toList()) {
            JsonNode action = JsonMapper.shared().readTree(line);
            if (action.has("index")) {
                ids.add(action.at("/index/_id").asString());
            }
        }
        requests.add(ids);
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("took", 1).put("errors", true);
        for (String id : ids) {
            int attempt = (int) requests.stream().filter(request -> request.contains(id)).count();
            int status = statuses.applyAsInt(id, attempt);
            ObjectNode item = answer.withArray("items").addObject().putObject("index").put("_index", "pages-1")
                    .put("_id", id).put("status", status);
            if (status >= 400) {
                item.putObject("error").put("type", "type_" + status).put("reason", "because");
            }
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(overall, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static List<Entry> entries(String text, String... ids) {
        List<Entry> entries = new ArrayList<>();
        for (String id : ids) {
            entries.add(new Entry(id, id + "@1", new TreeMap<>(Map.of("id", id, "text", text))));
        }
        return entries;
    }

    @Test
    void only_what_there_was_no_room_for_is_sent_again_after_pauses_that_grow() {
        statuses = (id, attempt) -> id.equals("two") && attempt < 4 ? 429 : 201;

        Written written = store.put(entries("", "one", "two", "three"));

        assertThat(requests).containsExactly(List.of("one", "two", "three"), List.of("two"), List.of("two"),
                List.of("two"));
        assertThat(pauses).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertThat(written.done()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(written.refusal()).isNull();
    }

    @Test
    void an_engine_that_never_has_room_is_left_alone_in_the_end_and_what_it_took_is_told() {
        statuses = (id, _) -> id.equals("two") ? 429 : 201;

        Written written = store.put(entries("", "one", "two"));

        assertThat(written.done()).containsExactly("one");
        assertThat(written.refusal()).contains("type_429");
        assertThat(requests).hasSize(6);
    }

    @Test
    void what_cannot_be_taken_as_it_is_is_not_sent_again() {
        statuses = (id, _) -> id.equals("two") ? 400 : 201;

        Written written = store.put(entries("", "one", "two"));

        assertThat(written.unfit()).containsOnlyKeys("two");
        assertThat(written.refusal()).isNull();
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_blocked_index_is_not_asked_again() {
        statuses = (_, _) -> 403;

        Written written = store.put(entries("", "one", "two"));

        assertThat(written.refusal()).contains("type_403");
        assertThat(written.done()).isEmpty();
        assertThat(requests).hasSize(1);
    }

    @Test
    void an_index_that_is_gone_and_an_engine_that_refuses_all_of_it_are_failures() {
        statuses = (_, _) -> 404;
        assertThatThrownBy(() -> store.put(entries("", "one"))).isInstanceOf(SearchUnavailableException.class);

        overall = 429;
        assertThatThrownBy(() -> store.put(entries("", "one"))).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void a_request_has_no_more_than_some_megabytes_unless_one_entry_has() {
        String text = "x".repeat(1_500_000);

        store.put(entries(text, "one", "two", "three", "four", "five"));
        store.put(entries(text.repeat(3), "six", "seven"));

        assertThat(requests).containsExactly(List.of("one", "two"), List.of("three", "four"), List.of("five"),
                List.of("six"), List.of("seven"));
    }

    @Test
    void a_request_has_no_more_than_some_hundred_entries() {
        String[] ids = new String[1_100];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "entry-" + i;
        }

        assertThat(store.put(entries("", ids)).done()).hasSize(1_100);

        assertThat(requests).extracting(List::size).containsExactly(500, 500, 100);
    }
}
