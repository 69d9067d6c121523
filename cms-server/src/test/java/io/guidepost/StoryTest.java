package io.guidepost;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The life of a guide, from the seed content to a changed and released FAQ, over HTTP alone. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StoryTest {

    private static final MongoServer MONGO = new MongoServer(H2Backend.inMemory());
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::bindAndGetConnectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.seeding.enabled", () -> true);
    }

    @AfterAll
    static void stopMongo() {
        MONGO.shutdownNow();
    }

    @Test
    void a_faq_is_edited_reviewed_and_released_and_the_old_edition_stays(CapturedOutput output) throws Exception {
        Matcher printed = TOKEN.matcher(output.getAll());
        assertThat(printed.find()).isTrue();
        String admin = printed.group();
        assertThat(printed.find()).as("the token is shown once").isFalse();

        theWholePageIsServedInOneAnswer();

        String author = person("ada", "author", admin);
        String editor = person("grace", "editor", admin);
        String publisher = person("linus", "publisher", admin);
        JsonNode guide = ask("{ edition { id } roleGuide(slug: \"ai-specialist\") { faqs { id question } } }");
        String before = guide.at("/data/edition/id").asString();
        String faq = guide.at("/data/roleGuide/faqs/0/id").asString();
        String question = guide.at("/data/roleGuide/faqs/0/question").asString();

        JsonNode document = api("GET", "/documents/" + faq, author, null, null).body();
        ObjectNode content = (ObjectNode) document.get("content").deepCopy();
        ObjectNode edit = JSON.createObjectNode().set("content", content.put("question", "Is this the new question?"));
        int version = document.get("version").asInt();

        assertThat(api("PUT", "/documents/" + faq, author, null, edit).status()).isEqualTo(428);
        Answer saved = api("PUT", "/documents/" + faq, author, version, edit);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().at("/workflow/state").asString()).isEqualTo("Draft");
        Answer stale = api("PUT", "/documents/" + faq, author, version, edit);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().get("version").asInt()).isEqualTo(version + 1);

        assertThat(release(publisher, faq, "PUBLISH").body().toString()).contains("not-approved");
        assertThat(api("POST", "/documents/" + faq + "/submit", author, version + 1, null).status()).isEqualTo(200);
        assertThat(api("POST", "/documents/" + faq + "/approve", author, version + 2, null).status()).isEqualTo(403);
        assertThat(api("POST", "/documents/" + faq + "/approve", editor, version + 2, null).status()).isEqualTo(200);
        assertThat(release(author, faq, "PUBLISH").status()).isEqualTo(403);
        assertThat(release(publisher, faq, "PUBLISH").status()).isEqualTo(201);

        String query = "{ edition { id } roleGuide(slug: \"ai-specialist\") { faqs { question } } }";
        JsonNode after = ask(query);
        assertThat(after.at("/data/roleGuide/faqs/0/question").asString()).isEqualTo("Is this the new question?");
        assertThat(after.at("/data/edition/id").asString()).isGreaterThan(before);
        JsonNode old = ask("{ roleGuide(slug: \"ai-specialist\", edition: \"" + before + "\") { faqs { question } } }");
        assertThat(old.at("/data/roleGuide/faqs/0/question").asString()).isEqualTo(question);

        Answer refused = release(publisher, faq, "WITHDRAW");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains("still-referenced", "guide-ai-specialist", "AI specialist");
    }

    private void theWholePageIsServedInOneAnswer() throws Exception {
        String query = Files.readString(Path.of("../schema/queries/role-guide-page.graphql"));
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.putObject("variables").put("slug", "ai-specialist");
        JsonNode page = send("POST", "/graphql", null, null, body).body();

        assertThat(page.has("errors")).as(page.path("errors").toString()).isFalse();
        JsonNode guide = page.at("/data/roleGuide");
        assertThat(guide.at("/tldr").toString()).contains("101", "33%", "32%");
        assertThat(guide.at("/statistics/respondents").asInt()).isEqualTo(101);
        assertThat(guide.at("/statistics/recentRespondents").asInt()).isEqualTo(30);
        assertThat(guide.at("/faqs").size()).isGreaterThanOrEqualTo(8);
        assertThat(guide.at("/phases").size()).isEqualTo(3);
        assertThat(guide.at("/outlook/growthPercent").asDouble()).isEqualTo(23);
        assertThat(guide.at("/alsoConsider/degraded").asBoolean()).as("no Elasticsearch here").isTrue();
        assertThat(page.at("/data/siteSettings/trust/text").asString()).contains("3,000+", "136");
    }

    private String person(String login, String role, String admin) throws Exception {
        ObjectNode person = JSON.createObjectNode().put("login", login).put("name", login);
        person.putArray("roles").add(role);
        Answer created = api("POST", "/people", admin, null, person);
        assertThat(created.status()).isEqualTo(201);
        String id = created.body().get("id").asString();
        Answer token = api("POST", "/people/" + id + "/tokens", admin, null,
                JSON.createObjectNode().put("name", "story"));
        assertThat(token.status()).isEqualTo(201);
        return token.body().get("token").asString();
    }

    private Answer release(String token, String document, String action) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("message", "story");
        body.putArray("changes").addObject().put("document", document).put("action", action);
        return api("POST", "/releases", token, null, body);
    }

    private JsonNode ask(String query) throws Exception {
        return send("POST", "/graphql", null, null, JSON.createObjectNode().put("query", query)).body();
    }

    private Answer api(String method, String path, String token, Integer version, JsonNode body) throws Exception {
        return send(method, "/api" + path, token, version, body);
    }

    private Answer send(String method, String path, String token, Integer version, JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        request.header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        }
    }

    private record Answer(int status, JsonNode body) {}
}
