package io.guidepost.transfer.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server that a command speaks to. */
final class Server {

    static final String TOKEN = "GUIDEPOST_TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(names = "--server", paramLabel = "<address>", defaultValue = "http://127.0.0.1:8080", description = "The running server (default: ${DEFAULT-VALUE}).")
    private URI address = URI.create("http://127.0.0.1:8080");

    /** A request to a path below {@code /api}, with the token of the environment. */
    HttpRequest.Builder request(String path) {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new CommandFailedException("Set the environment variable " + TOKEN
                    + " to a token of the server; POST /api/tokens gives one for a login and its password.");
        }
        try {
            return HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/+$", "") + "/api" + path))
                    .header("Authorization", "Bearer " + token.strip());
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailedException("“" + address + "” is not the address of a server.");
        }
    }

    /** Sends a request; what the server refuses is told in its own words. */
    HttpResponse<InputStream> send(HttpRequest request) throws InterruptedException {
        try {
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new CommandFailedException("The server at " + address + " cannot be reached; is it running?");
        }
    }

    /** The problem that a refusal tells. */
    static JsonNode problem(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException malformed) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    static CommandFailedException refused(HttpResponse<InputStream> answer, JsonNode problem) {
        return new CommandFailedException("The server answered with " + answer.statusCode() + ": "
                + problem.path("detail").asString("it did not say why"));
    }
}
