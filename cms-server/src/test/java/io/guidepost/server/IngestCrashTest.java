package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed while responses are sent in bulk, and what the next one on its folder counts when all are sent again. */
class IngestCrashTest {

    private static final String NO_SEED = "--guidepost.seeding.enabled=false";
    private static final int ROLES = 20;
    private static final int RESPONSES = 60_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void every_response_counts_once(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("responses.ndjson");
        QuizLoad.write(file, ROLES, 0, RESPONSES);
        String token;
        int counted;
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), NO_SEED)) {
            Client client = server.awaitReady();
            token = server.token().orElseThrow();
            Client admin = client.as(token);
            assertThat(admin.api("PUT", "/quiz", null, QuizLoad.quiz(ROLES)).status()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> sending = http.sendAsync(lines(server, token, file), BodyHandlers
                    .ofString());
            counted = await().atMost(ServerProcess.PATIENCE).until(() -> respondents(admin, false),
                    number -> number > 0);
            server.kill();
            assertThat(sending).failsWithin(ServerProcess.PATIENCE);
        }

        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), NO_SEED)) {
            Client admin = server.awaitReady().as(token);
            JsonNode report = Client.JSON
                    .readTree(http.send(lines(server, token, file), BodyHandlers.ofString()).body());

            assertThat(report.path("received").asInt()).as(report.toString()).isEqualTo(RESPONSES);
            assertThat(report.path("rejected").asInt()).isZero();
            assertThat(report.path("duplicates").asInt()).isGreaterThanOrEqualTo(counted);
            assertThat(report.path("stored").asInt()).as("the server was killed at work").isPositive();
            assertThat(respondents(admin, false)).isEqualTo(RESPONSES);
            JsonNode addedUp = roles(admin);
            assertThat(respondents(admin, true)).isEqualTo(RESPONSES);
            assertThat(roles(admin)).as("counted anew").isEqualTo(addedUp).hasSize(ROLES);
        }
    }

    private static HttpRequest lines(ServerProcess server, String token, Path file) throws Exception {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/responses"))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(file)).build();
    }

    /** Takes a snapshot; gives how many respondents it counts. */
    private static int respondents(Client admin, boolean recount) throws Exception {
        Answer taken = admin.api("POST", "/snapshots?recount=" + recount, null, null);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        return taken.body().path("respondents").asInt();
    }

    private static JsonNode roles(Client admin) throws Exception {
        int newest = admin.api("GET", "/snapshots", null, null).body().at("/items/0/number").asInt();
        return admin.api("GET", "/snapshots/" + newest, null, null).body().get("roles");
    }
}
