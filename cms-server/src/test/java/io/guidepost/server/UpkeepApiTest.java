package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.GuidepostApplication;
import io.guidepost.outbound.WebHost;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Review tasks and link checks as people see them. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class UpkeepApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final WebHost HOST = new WebHost();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TASKS = "/review-tasks";
    private static final String LINKS = "/link-checks";

    @LocalServerPort
    private int port;

    private Client author;
    private Client other;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.outbound.allowed-hosts", HOST::authority);
        properties.add("guidepost.upkeep.links.enabled", () -> "true");
        properties.add("guidepost.upkeep.links.poll", () -> "50ms");
        properties.add("guidepost.upkeep.links.look", () -> "100ms");
        properties.add("guidepost.upkeep.links.pause", () -> "10ms");
        properties.add("guidepost.upkeep.links.per-minute", () -> "6000");
    }

    @AfterAll
    static void stop() {
        HOST.close();
        MONGO.close();
    }

    private static Answer call(Client client, String method, String path, @Nullable String body) throws Exception {
        return client.api(method, path, null, body == null ? null : Client.JSON.readTree(body.replace('\'', '"')));
    }

    private static JsonNode get(Client client, String path) throws Exception {
        Answer answer = call(client, "GET", path, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
    }

    private void written(Client client, String type, String id, ObjectNode content) throws Exception {
        ObjectNode document = Client.JSON.createObjectNode().put("type", type).put("id", id);
        document.set("content", content);
        assertThat(client.api("POST", "/documents", null, document).status()).isEqualTo(201);
    }

    private JsonNode check(String source, String result) {
        return await().atMost(PATIENCE).until(() -> call(author, "GET", "/documents/" + source + "/link-check", null)
                .body(), found -> found.path("result").asString("").equals(result));
    }

    private JsonNode tasks(Client client, String query, int count) {
        return await().atMost(PATIENCE).until(() -> get(client, TASKS + query).get("items"),
                items -> items.size() == count);
    }

    @Test
    void a_broken_link_becomes_tasks_that_people_are_told_of_and_see_to(CapturedOutput output) throws Exception {
        Matcher token = TOKEN.matcher(output.getAll());
        assertThat(token.find()).isTrue();
        Client admin = new Client(port).as(token.group());
        author = admin.person("ada", "author");
        other = admin.person("grace", "editor");
        HOST.at("/there").answers(200, "There");
        ObjectNode source = ContentNode.source("bls").put("url", HOST.url("/there"));
        written(author, "Source", "source-bls", source);
        written(author, "Faq", "faq-one", ContentNode.faq("one", "It is so [@bls]."));
        written(other, "Faq", "faq-two", ContentNode.faq("two", "It is so [@bls]."));

        // Only when both cite it, however soon a link is checked.
        assertThat(author.save("source-bls", 1, source.put("url", HOST.url("/gone"))).status()).isEqualTo(200);

        JsonNode checked = check("source-bls", "broken");
        assertThat(checked.get("status").asInt()).isEqualTo(404);
        assertThat(checked.get("url").asString()).isEqualTo(HOST.url("/gone"));
        assertThat(checked.get("why").asString()).isEqualTo("There is no such page (404).");
        tasks(author, "", 2);
        JsonNode mine = tasks(author, "?mine=true&state=open&kind=broken-link", 1).get(0);
        assertThat(mine.get("document").asString()).isEqualTo("faq-one");
        assertThat(mine.get("title").asString()).isEqualTo("What about one?");
        assertThat(mine.get("subject").asString()).isEqualTo("source-bls");
        assertThat(mine.get("state").asString()).isEqualTo("open");
        assertThat(mine.has("by")).isFalse();
        theAuthorIsTold(mine.get("id").asString());
        listsArePagedAndFiltered();
        tasksAreClosed(mine.get("id").asString(), tasks(other, "?mine=true", 1).get(0).get("id").asString());
        aCheckIsAskedFor();
        badInputIsRefused(mine.get("id").asString());
    }

    private void theAuthorIsTold(String task) {
        JsonNode told = await().atMost(PATIENCE).until(() -> get(author, "/notifications").get("items"),
                items -> items.size() == 1).get(0);
        assertThat(told.get("kind").asString()).isEqualTo("review-task");
        assertThat(told.get("text").asString())
                .startsWith("Please look at “What about one?”. The link of the source “On bls”");
        assertThat(told.get("link").asString()).isEqualTo("/api/review-tasks/" + task);
    }

    private void listsArePagedAndFiltered() throws Exception {
        JsonNode first = get(author, TASKS + "?limit=1");
        assertThat(first.get("items")).hasSize(1);
        JsonNode second = get(author, TASKS + "?limit=1&after=" + first.get("next").asString());
        assertThat(second.get("items")).hasSize(1).isNotEqualTo(first.get("items"));
        assertThat(second.has("next")).isFalse();
        assertThat(get(author, TASKS + "?document=faq-two").get("items")).hasSize(1);
        assertThat(get(author, TASKS + "?state=done").get("items")).isEmpty();
        JsonNode links = get(author, LINKS + "?result=broken");
        assertThat(links.get("enabled").asBoolean()).isTrue();
        assertThat(links.get("items")).hasSize(1);
        assertThat(get(author, LINKS + "?result=works").get("items")).isEmpty();
        assertThat(get(author, LINKS + "?after=source-bls").get("items")).isEmpty();
    }

    private void tasksAreClosed(String one, String two) throws Exception {
        Answer done = call(author, "POST", TASKS + "/" + one + "/done", "{'note': ' I cite another. '}");
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(done.body().get("state").asString()).isEqualTo("done");
        assertThat(done.body().get("by").asString()).isEqualTo("ada");
        assertThat(done.body().get("note").asString()).isEqualTo("I cite another.");
        assertThat(get(other, TASKS + "/" + one)).isEqualTo(done.body());
        refused(call(author, "POST", TASKS + "/" + one + "/done", null), 409, "closed-task");
        refused(call(author, "POST", TASKS + "/" + two + "/dismiss", "{'note': ' '}"), 422, "invalid");
        refused(call(author, "POST", TASKS + "/" + two + "/dismiss", "{}"), 422, "invalid");
        assertThat(call(author, "POST", TASKS + "/" + two + "/dismiss", "{'note': 'It is down today.'}").body()
                .get("state").asString()).isEqualTo("dismissed");
    }

    private void aCheckIsAskedFor() throws Exception {
        HOST.at("/gone").answers(200, "Back");
        Answer asked = call(author, "POST", "/documents/source-bls/link-check", null);
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        assertThat(check("source-bls", "works").has("movedTo")).isFalse();
    }

    private void badInputIsRefused(String task) throws Exception {
        refused(call(author, "GET", TASKS + "?state=lost", null), 400, "malformed-query");
        refused(call(author, "GET", TASKS + "?kind=lost", null), 400, "malformed-query");
        refused(call(author, "GET", TASKS + "?limit=0", null), 400, "malformed-query");
        refused(call(author, "GET", TASKS + "?limit=101", null), 400, "malformed-query");
        refused(call(author, "GET", TASKS + "?people=ada", null), 400, "unknown-parameter");
        assertThat(call(author, "GET", TASKS + "?after=x", null).status()).isEqualTo(400);
        refused(call(author, "GET", TASKS + "?document=No", null), 422, "malformed-id");
        assertThat(call(author, "GET", TASKS + "?mine=perhaps", null).status()).isEqualTo(400);
        assertThat(call(author, "GET", TASKS + "/x", null).status()).isEqualTo(400);
        for (String path : List.of("", "/done")) {
            refused(call(author, path.isEmpty() ? "GET" : "POST", TASKS + "/" + UUID.randomUUID() + path, null), 404,
                    "unknown-task");
        }
        refused(call(author, "POST", TASKS + "/" + task + "/done", "{'note': '" + "x".repeat(2_001) + "'}"), 422,
                "invalid");
        refused(call(author, "POST", TASKS + "/" + task + "/dismiss", null), 400, "unreadable-body");
        assertThat(call(new Client(port), "GET", TASKS, null).status()).isEqualTo(401);
        refused(call(author, "GET", LINKS + "?result=lost", null), 400, "malformed-query");
        refused(call(author, "GET", LINKS + "?limit=0", null), 400, "malformed-query");
        refused(call(author, "GET", LINKS + "?after=No", null), 422, "malformed-id");
        for (String method : List.of("GET", "POST")) {
            refused(call(author, method, "/documents/faq-one/link-check", null), 422, "no-link");
            refused(call(author, method, "/documents/source-none/link-check", null), 404, "unknown-document");
        }
        ObjectNode bare = ContentNode.source("bare");
        bare.remove("url");
        written(author, "Source", "source-bare", bare);
        refused(call(author, "POST", "/documents/source-bare/link-check", null), 422, "no-link");
    }
}
