package io.guidepost.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request to the server; {@code holder} names whose token it carries. A {@code raw} one goes over the wire just as it is, line
 * ends apart.
 */
record Call(String method, String path, String holder, Map<String, String> headers, BodyPublisher body, String raw) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(int status, String type, String body) {}

    static Call get(String path) {
        return new Call("GET", path, null, Map.of(), BodyPublishers.noBody(), null);
    }

    static Call put(String path) {
        return of("PUT", path);
    }

    static Call post(String path) {
        return of("POST", path);
    }

    static Call of(String method, String path) {
        return new Call(method, path, null, Map.of("Content-Type", "application/json"), BodyPublishers.noBody(), null);
    }

    /** A request without the help of a client. */
    static Call raw(String request) {
        return new Call("", "", null, Map.of(), BodyPublishers.noBody(), request.replace("\n", "\r\n"));
    }

    /** A GraphQL document, with variables as JSON if need be. */
    static Call graphql(String query, String... variables) {
        return post("/graphql").with("Accept", "application/graphql-response+json")
                .body("{\"query\": " + JsonMapper.shared().writeValueAsString(query)
                        + (variables.length == 0 ? "" : ", \"variables\": " + variables[0]) + "}");
    }

    Call as(String someone) {
        return new Call(method, path, someone, headers, body, raw);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, holder, more, body, raw);
    }

    Call version(int version) {
        return with("If-Match", "\"" + version + "\"");
    }

    Call body(String text) {
        return new Call(method, path, holder, headers, BodyPublishers.ofString(text), raw);
    }

    Call bytes(String latin1) {
        return new Call(method, path, holder, headers, BodyPublishers.ofByteArray(latin1.getBytes(ISO_8859_1)), raw);
    }

    /** A body whose length is not told beforehand. */
    Call chunked(String text) {
        return new Call(method, path, holder, headers,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(UTF_8))), raw);
    }

    Answer send(int port, Function<String, String> tokens) throws IOException, InterruptedException {
        if (raw != null) {
            return sendRaw(port, tokens);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        headers.forEach(request::setHeader);
        if (holder != null) {
            request.setHeader("Authorization", "Bearer " + tokens.apply(holder));
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private Answer sendRaw(int port, Function<String, String> tokens) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = holder == null ? raw : raw.replace("TOKEN", tokens.apply(holder));
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            String[] parts = answer.split("\r\n\r\n", 2);
            String type = parts[0].lines().filter(line -> line.startsWith("Content-Type: "))
                    .map(line -> line.substring("Content-Type: ".length())).findFirst().orElse("");
            // Whatever frames the chunks of an answer is left out.
            String body = parts[1].substring(parts[1].indexOf('{'), parts[1].lastIndexOf('}') + 1);
            return new Answer(Integer.parseInt(answer.substring(9, 12)), type, body);
        }
    }
}
