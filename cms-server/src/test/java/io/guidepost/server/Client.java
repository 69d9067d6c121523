package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks to a server over HTTP alone, as one person or as nobody. */
final class Client {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final int port;
    private final @Nullable String token;

    /** Nobody. */
    Client(int port) {
        this(HttpClient.newHttpClient(), port, null);
    }

    private Client(HttpClient http, int port, @Nullable String token) {
        this.http = http;
        this.port = port;
        this.token = token;
    }

    /** What the server said. */
    record Answer(int status, JsonNode body) {

        int version() {
            return body.get("version").asInt();
        }
    }

    /** Whoever has this token. */
    Client as(String token) {
        return new Client(http, port, token);
    }

    /** The same person at a server that listens elsewhere. */
    Client at(int port) {
        return new Client(http, port, token);
    }

    /** A new person with one role, whom this one, an administrator, adds. */
    Client person(String login, String role) throws IOException, InterruptedException {
        ObjectNode person = JSON.createObjectNode().put("login", login).put("name", login);
        person.putArray("roles").add(role);
        Answer created = api("POST", "/people", null, person);
        assertThat(created.status()).isEqualTo(201);
        Answer issued = api("POST", "/people/" + created.body().get("id").asString() + "/tokens", null,
                JSON.createObjectNode().put("name", "test"));
        assertThat(issued.status()).isEqualTo(201);
        return as(issued.body().get("token").asString());
    }

    Answer document(String id) throws IOException, InterruptedException {
        return api("GET", "/documents/" + id, null, null);
    }

    Answer save(String id, @Nullable Integer version, ObjectNode content) throws IOException, InterruptedException {
        return api("PUT", "/documents/" + id, version, JSON.createObjectNode().set("content", content));
    }

    /** Asks for a step of the workflow, {@code submit} or {@code approve} for instance. */
    Answer move(String id, int version, String step) throws IOException, InterruptedException {
        return api("POST", "/documents/" + id + "/" + step, version, null);
    }

    /** Asks for a release that does the same to each document, in the version that is given. */
    Answer release(String message, String action, Map<String, Integer> versions) throws IOException,
            InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("message", message);
        versions.forEach((id, version) -> body.withArray("changes").addObject().put("document", id).put("action",
                action).put("version", version));
        return api("POST", "/releases", null, body);
    }

    /** The answer to a GraphQL query, which has to come without errors. */
    JsonNode ask(String query) throws IOException, InterruptedException {
        return ask(JSON.createObjectNode().put("query", query));
    }

    JsonNode ask(ObjectNode request) throws IOException, InterruptedException {
        JsonNode answer = send("POST", "/graphql", null, request).body();
        assertThat(answer.has("errors")).as(answer.path("errors").toString()).isFalse();
        return answer.get("data");
    }

    /** What anybody gets that is sent as lines of JSON. */
    List<JsonNode> lines(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE)
                .build(), BodyHandlers.ofLines()).body().map(JSON::readTree).toList();
    }

    Answer api(String method, String path, @Nullable Integer version, @Nullable JsonNode body) throws IOException,
            InterruptedException {
        return send(method, "/api" + path, version, body);
    }

    Answer send(String method, String path, @Nullable Integer version, @Nullable JsonNode body) throws IOException,
            InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(
                PATIENCE).header("Content-Type", "application/json").method(method, body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body.toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
