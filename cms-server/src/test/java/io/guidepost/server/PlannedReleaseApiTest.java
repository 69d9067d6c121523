package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.time.Instant;
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

/** Planned releases over HTTP, from the first idea to the roll back. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PlannedReleaseApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final String PLANS = "/planned-releases";

    @LocalServerPort
    private int port;

    private Client author;
    private Client editor;
    private Client publisher;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
    }

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    private static JsonNode json(String text) {
        return Client.JSON.readTree(text.replace('\'', '"'));
    }

    private Answer call(Client client, String method, String path, @Nullable Integer version,
            @Nullable String body) throws Exception {
        return client.api(method, PLANS + path, version, body == null ? null : json(body));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
    }

    /** Has a FAQ written and approved. */
    private void approved(String slug, String answer) throws Exception {
        String id = "faq-" + slug;
        ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", id);
        document.set("content", ContentNode.faq(slug, answer));
        Answer written = author.api("POST", "/documents", null, document);
        if (written.status() == 409) {
            written = author.save(id, author.document(id).version(), ContentNode.faq(slug, answer));
        }
        Answer submitted = author.move(id, written.version(), "submit");
        assertThat(editor.move(id, submitted.version(), "approve").status()).isEqualTo(200);
    }

    @Test
    void a_plan_is_prepared_by_several_checked_previewed_scheduled_released_and_rolled_back(CapturedOutput output)
            throws Exception {
        Matcher token = TOKEN.matcher(output.getAll());
        assertThat(token.find()).isTrue();
        Client admin = new Client(port).as(token.group());
        author = admin.person("ada", "author");
        editor = admin.person("grace", "editor");
        publisher = admin.person("linus", "publisher");
        approved("one", "As it is.");
        approved("two", "As it is.");

        String plan = itIsPreparedByTwo();
        badInputIsRefused(plan);
        itIsCheckedAndPreviewed(plan);
        timesThatCannotBeAreRefused(plan);
        itIsScheduledTakenOffAndReleasedInTime(plan);
        itIsRolledBack();
    }

    private String itIsPreparedByTwo() throws Exception {
        Answer created = call(author, "POST", "", null,
                "{'name': ' December ', 'note': 'Two questions', 'changes': [{'document': 'faq-one', 'action': 'PUBLISH'}]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().get("name").asString()).isEqualTo("December");
        String plan = "/" + created.body().get("id").asString();
        Answer added = call(editor, "PUT", plan + "/changes/faq-two", null, "{'action': 'PUBLISH', 'version': 2}");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.version()).isEqualTo(2);
        assertThat(added.body().has("check")).as("it is checked when somebody asks for it").isFalse();
        assertThat(call(author, "PUT", plan + "/changes/faq-nowhere", null, "{'action': 'WITHDRAW'}").version())
                .isEqualTo(3);
        assertThat(call(author, "DELETE", plan + "/changes/faq-nowhere", null, null).version()).isEqualTo(4);
        return plan;
    }

    private void badInputIsRefused(String plan) throws Exception {
        refused(call(author, "GET", "/nowhere", null, null), 404, "unknown-planned-release");
        refused(call(author, "GET", "/0198c9c1-5e4d-7a60-b3a6-1d0a5c3f7b10", null, null), 404,
                "unknown-planned-release");
        refused(call(author, "POST", "", null, "{'name': ' '}"), 422, "invalid");
        refused(call(author, "POST", "", null, "{'name': '" + "n".repeat(201) + "'}"), 422,
                "malformed-planned-release");
        refused(call(author, "POST", "", null,
                "{'name': 'Twice', 'changes': [{'document': 'faq-one', 'action': 'PUBLISH'}, {'document': 'faq-one', 'action': 'WITHDRAW'}]}"),
                422, "malformed-planned-release");
        refused(call(author, "POST", "", null, "{'name': 'A', 'changes': [{'document': 'faq-one'}]}"), 422, "invalid");
        refused(call(author, "PUT", plan + "/changes/NO", null, "{'action': 'PUBLISH'}"), 422, "malformed-id");
        refused(call(author, "PUT", plan, null, "{'name': 'December'}"), 428, "version-required");
        refused(call(author, "PUT", plan, 1, "{'name': 'December'}"), 412, "stale-version");
        refused(call(author, "POST", plan + "/cancel", 3, null), 412, "stale-version");
        refused(call(author, "POST", plan + "/release", 4, null), 403, "forbidden");
        refused(call(publisher, "POST", plan + "/unschedule", 4, null), 409, "illegal-move");
        refused(call(author, "GET", "?limit=0", null, null), 400, "malformed-query");
        refused(call(author, "GET", "?state=open", null, null), 400, "malformed-query");
    }

    private void itIsCheckedAndPreviewed(String plan) throws Exception {
        Answer check = call(author, "POST", plan + "/check", null, null);
        assertThat(check.body().at("/problems/0/code").asString()).isEqualTo("stale-version");
        refused(call(publisher, "POST", plan + "/release", 4, null), 409, "release-refused");
        assertThat(call(author, "GET", plan, null, null).version()).as("nothing has changed").isEqualTo(4);
        assertThat(call(author, "PUT", plan + "/changes/faq-two", null, "{'action': 'PUBLISH'}").status()).isEqualTo(
                200);
        Answer preview = call(author, "GET", plan + "/preview", null, null);
        assertThat(preview.body().get("releasable").asBoolean()).isTrue();
        assertThat(preview.body().get("release").asInt()).isEqualTo(1);
        assertThat(preview.body().at("/added/1/title").asString()).isEqualTo("What about two?");
    }

    private void timesThatCannotBeAreRefused(String plan) throws Exception {
        int version = call(author, "GET", plan, null, null).version();
        String schedule = plan + "/schedule";
        Answer twice = call(publisher, "POST", schedule, version,
                "{'at': '2027-10-31T02:30', 'zone': 'Europe/Berlin'}");
        refused(twice, 422, "unusable-time");
        assertThat(twice.body().get("reason").asString()).isEqualTo("ambiguous");
        assertThat(twice.body().get("offsets").toString()).isEqualTo("[\"+02:00\",\"+01:00\"]");
        refused(call(publisher, "POST", schedule, version, "{'at': '2027-03-28T02:30', 'zone': 'Europe/Berlin'}"), 422,
                "unusable-time");
        refused(call(publisher, "POST", schedule, version, "{'at': '2020-01-01T09:00Z'}"), 422, "unusable-time");
        refused(call(publisher, "POST", schedule, version, "{'at': 'soon'}"), 422, "unusable-time");
        refused(call(publisher, "POST", schedule, version, "{}"), 422, "invalid");
    }

    private void itIsScheduledTakenOffAndReleasedInTime(String plan) throws Exception {
        int version = call(author, "GET", plan, null, null).version();
        refused(call(editor, "POST", plan + "/schedule", version,
                "{'at': '2027-12-01T09:00', 'zone': 'Europe/Berlin'}"),
                403, "forbidden");
        Answer scheduled = call(publisher, "POST", plan + "/schedule", version,
                "{'at': '2027-12-01T09:00', 'zone': 'Europe/Berlin'}");
        assertThat(scheduled.body().get("state").get("due")).isEqualTo(json(
                "{'instant': '2027-12-01T08:00:00Z', 'local': '2027-12-01T09:00:00', 'zone': 'Europe/Berlin', 'offset': '+01:00'}"));
        assertThat(scheduled.body().at("/state/pinned/1/version").asInt()).isEqualTo(3);
        assertThat(call(author, "GET", "?state=Scheduled", null, null).body().get("items")).hasSize(1);
        refused(call(author, "PUT", plan + "/changes/faq-three", null, "{'action': 'PUBLISH'}"), 409, "illegal-move");
        Answer open = call(publisher, "POST", plan + "/unschedule", scheduled.version(), null);
        assertThat(open.body().at("/state/name").asString()).isEqualTo("Open");
        Answer soon = call(publisher, "POST", plan + "/schedule", open.version(),
                "{'at': '" + Instant.now().plusSeconds(3) + "'}");
        assertThat(soon.status()).as(soon.body().toString()).isEqualTo(200);

        JsonNode released = await().atMost(Duration.ofSeconds(30)).until(
                () -> call(author, "GET", plan, null, null).body().get("state"),
                state -> !state.get("name").asString().equals("Scheduled"));
        assertThat(released.get("name").asString()).as(released.toString()).isEqualTo("Released");
        JsonNode release = author.api("GET", "/releases/" + released.get("release").asInt(), null, null).body();
        assertThat(release.get("by").asString()).isEqualTo("linus");
        assertThat("/" + release.get("plan").asString()).isEqualTo(plan);
        assertThat(new Client(port).ask("{ faq(slug: \"two\") { question } }").at("/faq/question").asString())
                .isEqualTo("What about two?");
        refused(call(publisher, "POST", plan + "/cancel", call(author, "GET", plan, null, null).version(), null), 409,
                "illegal-move");
    }

    private void itIsRolledBack() throws Exception {
        assertThat(author.api("POST", "/releases/1/roll-back/check", null, null).body().get("releasable").asBoolean())
                .isTrue();
        refused(author.api("POST", "/releases/1/roll-back", null, null), 403, "forbidden");
        refused(publisher.api("POST", "/releases/9/roll-back", null, null), 404, "unknown-release");
        Answer back = publisher.api("POST", "/releases/1/roll-back", null, json("{'message': 'Too early'}"));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.body().get("rollsBack").asInt()).isEqualTo(1);
        assertThat(back.body().has("plan")).isFalse();
        JsonNode listed = author.api("GET", "/releases?limit=1", null, null).body();
        assertThat(listed.get("next").asInt()).isEqualTo(2);
        assertThat(listed.at("/items/0/withdrawn").asInt()).isEqualTo(2);
        assertThat(listed.at("/items/0").has("entries")).isFalse();
        assertThat(new Client(port).ask("{ faq(slug: \"two\") { question } }").get("faq").isNull()).isTrue();
        refused(publisher.api("POST", "/releases/1/roll-back", null, null), 409, "release-refused");
    }
}
