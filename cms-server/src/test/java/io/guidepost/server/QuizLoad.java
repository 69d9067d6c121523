package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole server with a quiz of many roles, and those who send its responses. */
public final class QuizLoad implements AutoCloseable {

    private static final List<String> COUNTRIES = List.of("US", "IN", "GB", "DE", "CA", "FR", "NL", "BR", "ES", "IT",
            "AU", "PL", "NG", "PH", "PT", "SE", "MX", "ZA", "IE", "CH", "AT", "BE", "KE", "TR", "RO", "SG", "DK", "FI");
    private static final int BACKGROUNDS = 6;
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 7;
    private static final int MOST_ROLES = 5;
    private static final int DAYS = 400;
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final InstalledServer installed;
    private final int roles;
    private ServerProcess server;
    private final String token;

    /** Installs the server in a folder, starts it without content and gives it a quiz of so many roles. */
    public QuizLoad(Path folder, int roles) throws IOException, InterruptedException {
        this.folder = folder.resolve("data");
        this.roles = roles;
        this.installed = InstalledServer.in(folder.resolve("program"));
        this.server = start();
        Client _ = server.awaitReady();
        this.token = server.token().orElseThrow();
        JsonNode quiz = send(
                request("/api/quiz").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(
                        quiz(roles).toString())));
        assertThat(quiz.path("version").asInt()).as(quiz.toString()).isEqualTo(1);
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(installed, folder, "--guidepost.seeding.enabled=false");
    }

    /** The process of the server, without that of its Elasticsearch. */
    public long pid() {
        return server.pid();
    }

    /** A quiz of so many roles. */
    static ObjectNode quiz(int roles) {
        ObjectNode quiz = Client.JSON.createObjectNode().put("version", 1);
        ArrayNode backgrounds = quiz.putArray("backgrounds");
        for (int i = 0; i < BACKGROUNDS; i++) {
            backgrounds.addObject().put("key", "background-" + i).put("label", "background " + i);
        }
        ArrayNode list = quiz.putArray("roles");
        for (int i = 0; i < roles; i++) {
            list.addObject().put("key", "role-" + i).put("label", "role " + i);
        }
        ArrayNode questions = quiz.putArray("questions");
        for (int i = 0; i < QUESTIONS; i++) {
            ArrayNode answers = questions.addObject().put("key", "question-" + i).put("text", "What " + i + "?")
                    .put("heading", "Heading").put("lead", "say").put("highlight", true).putArray("answers");
            for (int j = 0; j < ANSWERS; j++) {
                answers.addObject().put("key", "answer-" + j).put("label", "Answer " + j);
            }
        }
        return quiz;
    }

    /** Writes responses to a file, a line each: those of the same numbers are the same. */
    public void write(Path file, int from, int to) throws IOException {
        write(file, roles, from, to);
    }

    /** Writes responses to a quiz of so many roles to a file. */
    static void write(Path file, int roles, int from, int to) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int number = from; number < to; number++) {
                Random random = new Random(number);
                TreeSet<Integer> explored = new TreeSet<>();
                for (int i = 1 + random.nextInt(MOST_ROLES); i > 0; i--) {
                    explored.add((int) (roles * Math.pow(random.nextDouble(), 2)));
                }
                StringBuilder line = new StringBuilder("{\"id\":\"taker-%08d\",\"at\":\"".formatted(number))
                        .append(TODAY.minusSeconds(random.nextInt(DAYS * 86_400))).append("\",\"country\":\"")
                        .append(COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                        .append("\",\"background\":\"background-")
                        .append(random.nextInt(BACKGROUNDS)).append("\",\"roles\":[");
                explored.forEach(role -> line.append("\"role-").append(role).append("\","));
                line.setCharAt(line.length() - 1, ']');
                line.append(",\"answers\":{");
                for (int question = 0; question < QUESTIONS; question++) {
                    line.append(question > 0 ? "," : "").append("\"question-").append(question).append("\":\"answer-")
                            .append(random.nextInt(ANSWERS)).append('"');
                }
                lines.write(line.append("},\"quizVersion\":1}\n").toString());
            }
        }
    }

    /** Sends a file of responses; gives what the server reports. */
    public JsonNode send(Path file) throws IOException, InterruptedException {
        return send(request("/api/responses").header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(file)));
    }

    /** Takes a snapshot; gives it as it is told. */
    public JsonNode snapshot(boolean recount) throws IOException, InterruptedException {
        return send(request("/api/snapshots?recount=" + recount).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).header("Authorization",
                "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        JsonNode body = Client.JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(() -> body + "\n" + server.output()).isBetween(200, 201);
        return body;
    }

    @Override
    public void close() {
        server.close();
    }
}
