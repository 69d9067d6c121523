package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** What people find in their lists and their mailboxes. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class NotificationApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final GreenMail MAIL = mailServer();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final String LIST = "/notifications";
    private static final String PREFERENCES = "/notifications/preferences";

    @LocalServerPort
    private int port;

    private Client admin;
    private Client author;
    private Client editor;
    private Client publisher;

    private static GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("guidepost.notifications.mail.from", () -> "cms@example.org");
        properties.add("guidepost.notifications.mail.base-url", () -> "https://cms.example.org");
        properties.add("guidepost.notifications.poll", () -> "50ms");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        MONGO.close();
    }

    private static JsonNode json(String text) {
        return Client.JSON.readTree(text.replace('\'', '"'));
    }

    private static Answer call(Client client, String method, String path, @Nullable String body) throws Exception {
        return client.api(method, path, null, body == null ? null : json(body));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
    }

    private int submitted(String slug) throws Exception {
        ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", "faq-" + slug);
        document.set("content", ContentNode.faq(slug, "As it is."));
        Answer written = author.api("POST", "/documents", null, document);
        return author.move("faq-" + slug, written.version(), "submit").version();
    }

    private JsonNode list(Client client, String query, int unread) {
        return await().atMost(Duration.ofSeconds(20)).until(
                () -> call(client, "GET", LIST + query, null).body(),
                page -> page.get("unread").asInt() == unread);
    }

    @Test
    void people_are_told_what_concerns_them_and_read_it(CapturedOutput output) throws Exception {
        Matcher token = TOKEN.matcher(output.getAll());
        assertThat(token.find()).isTrue();
        admin = new Client(port).as(token.group());
        author = admin.person("ada", "author");
        editor = admin.person("grace", "editor");
        publisher = admin.person("linus", "publisher");

        addressesAreForTheirOwnersAndAdministrators();
        preferencesAreChosen();
        theReviewIsAskedForInTheListAndByMail();
        aListIsReadInPagesAndMarked();
        othersSeeNothingOfIt();
        badInputIsRefused();
        theApprovedIsTold();
    }

    private void addressesAreForTheirOwnersAndAdministrators() throws Exception {
        Answer changed = call(admin, "PATCH", "/people/grace", "{'email': 'grace@example.org'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("email").asString()).isEqualTo("grace@example.org");
        assertThat(call(admin, "PATCH", "/people/ada", "{'email': 'a.d+a@mail.example.org'}").status()).isEqualTo(200);
        assertThat(call(editor, "GET", "/me", null).body().get("email").asString()).isEqualTo("grace@example.org");
        assertThat(call(publisher, "GET", "/me", null).body().get("email").isNull()).isTrue();
        assertThat(call(admin, "PATCH", "/people/grace", "{'name': 'Grace'}").body().get("email").asString())
                .isEqualTo("grace@example.org");
        for (String malformed : List.of("grace", "grace@", "a b@example.org", "grace@example",
                "g@example.org\\r\\nBcc: x",
                "<g@example.org>", "g@exa_mple.org", "g@-example.org", "x".repeat(65) + "@example.org",
                "g@" + "e".repeat(60) + ".org" + ".example".repeat(30))) {
            Answer answer = call(admin, "PATCH", "/people/grace", "{'email': '" + malformed + "'}");
            refused(answer, 422, "invalid");
            assertThat(answer.body().at("/problems/0/pointer").asString()).isEqualTo("/email");
        }
        refused(call(admin, "POST", "/people",
                "{'login': 'new', 'name': 'New', 'roles': ['author'], 'email': 'nowhere'}"), 422, "invalid");
        Answer added = call(admin, "POST", "/people",
                "{'login': 'new', 'name': 'New', 'roles': ['author'], 'email': 'new@example.org'}");
        assertThat(added.body().get("email").asString()).isEqualTo("new@example.org");
        assertThat(call(admin, "PATCH", "/people/new", "{'email': ''}").body().get("email").isNull()).isTrue();
        refused(call(editor, "GET", "/people", null), 403, "forbidden");
    }

    private void preferencesAreChosen() throws Exception {
        JsonNode preferences = call(editor, "GET", PREFERENCES, null).body();
        assertThat(preferences.get("mail")).isEqualTo(json(
                "['review-requested', 'changes-requested', 'approval-voided', 'plan-at-risk', 'plan-held', 'mentioned', 'review-task']"));
        assertThat(preferences.get("kinds")).hasSize(17);
        assertThat(preferences.get("address").asString()).isEqualTo("grace@example.org");
        assertThat(preferences.get("sending").asBoolean()).isTrue();
        assertThat(call(author, "PUT", PREFERENCES, "{'mail': ['approved', 'approved']}").body().get("mail"))
                .isEqualTo(json("['approved']"));
        assertThat(call(author, "GET", PREFERENCES, null).body().get("mail")).isEqualTo(json("['approved']"));
        assertThat(call(editor, "GET", PREFERENCES, null).body().get("mail")).hasSize(7);
        Answer unknown = call(author, "PUT", PREFERENCES, "{'mail': ['approved', 'gossip']}");
        refused(unknown, 422, "invalid");
        assertThat(unknown.body().at("/problems/0/pointer").asString()).isEqualTo("/mail/1");
        refused(call(author, "PUT", PREFERENCES, "{}"), 422, "invalid");
        refused(call(author, "PUT", PREFERENCES, "{'mail': [null]}"), 422, "invalid");
    }

    private void theReviewIsAskedForInTheListAndByMail() throws Exception {
        submitted("one");
        JsonNode told = list(editor, "", 1).at("/items/0");
        assertThat(told.get("text").asString()).isEqualTo("ada asks you to review “What about one?”.");
        assertThat(told.get("kind").asString()).isEqualTo("review-requested");
        assertThat(told.get("by").asString()).isEqualTo("ada");
        assertThat(told.get("document").asString()).isEqualTo("faq-one");
        assertThat(told.get("version").asInt()).isEqualTo(2);
        assertThat(told.has("read")).isFalse();
        String link = told.get("link").asString();
        assertThat(editor.send("GET", link, null, null).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> MAIL.getReceivedMessages().length == 1);
        assertThat(MAIL.getReceivedMessages()[0].getSubject()).isEqualTo("Review asked: What about one?");
        assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()[0].toString()).contains("grace@example.org");
        assertThat(MAIL.getReceivedMessages()[0].getContent().toString()).contains("https://cms.example.org" + link);
    }

    private void aListIsReadInPagesAndMarked() throws Exception {
        for (String slug : List.of("two", "three", "four")) {
            submitted(slug);
        }
        list(editor, "", 4);
        List<String> ids = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 2; page++) {
            JsonNode found = call(editor, "GET", LIST + "?limit=2" + after, null).body();
            found.get("items").forEach(item -> ids.add(item.get("id").asString()));
            assertThat(found.has("next")).isEqualTo(page == 0);
            after = found.has("next") ? "&after=" + found.get("next").asString() : "";
        }
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().last().isEqualTo("faq-one@2:review-requested:grace");

        Answer read = call(editor, "POST", LIST + "/" + ids.get(1) + "/read", null);
        assertThat(read.status()).as(read.body().toString()).isEqualTo(200);
        assertThat(read.body().get("read").asString()).isNotEmpty();
        assertThat(call(editor, "POST", LIST + "/" + ids.get(1) + "/read", null).body()).isEqualTo(read.body());
        assertThat(list(editor, "?unread=true", 3).get("items")).hasSize(3);
        Answer all = call(editor, "POST", LIST + "/read", "{'upTo': '" + ids.get(2) + "'}");
        assertThat(all.body()).isEqualTo(json("{'unread': 1}"));
        assertThat(list(editor, "?unread=true", 1).at("/items/0/id").asString()).isEqualTo(ids.getFirst());
        assertThat(list(editor, "", 1).get("items")).hasSize(4);
    }

    private void othersSeeNothingOfIt() throws Exception {
        String id = "faq-one@2:review-requested:grace";
        assertThat(list(publisher, "", 4).toString()).doesNotContain(":grace");
        refused(call(publisher, "POST", LIST + "/" + id + "/read", null), 404, "unknown-notification");
        refused(call(publisher, "POST", LIST + "/read", "{'upTo': '" + id + "'}"), 404, "unknown-notification");
        refused(call(admin, "POST", LIST + "/" + id + "/read", null), 404, "unknown-notification");
        assertThat(list(author, "", 0).get("items")).isEmpty();
        assertThat(new Client(port).api("GET", LIST, null, null).status()).isEqualTo(401);
    }

    private void badInputIsRefused() throws Exception {
        refused(call(editor, "GET", LIST + "?limit=0", null), 400, "malformed-query");
        refused(call(editor, "GET", LIST + "?limit=101", null), 400, "malformed-query");
        refused(call(editor, "GET", LIST + "?after=yesterday", null), 400, "malformed-query");
        refused(call(editor, "GET", LIST + "?after=9999999999999999999~x", null), 400, "malformed-query");
        assertThat(call(editor, "GET", LIST + "?after=9223372036854775807~x", null).status()).isEqualTo(200);
        assertThat(call(editor, "GET", LIST + "?unread=perhaps", null).status()).isEqualTo(400);
        refused(call(editor, "GET", LIST + "?person=ada", null), 400, "unknown-parameter");
        refused(call(editor, "POST", LIST + "/nothing/read", null), 404, "unknown-notification");
        refused(call(editor, "POST", LIST + "/read", "{}"), 422, "invalid");
    }

    private void theApprovedIsTold() throws Exception {
        assertThat(editor.move("faq-one", 2, "approve").status()).isEqualTo(200);
        assertThat(publisher.release("News", "PUBLISH", Map.of("faq-one", 3)).status()).isEqualTo(201);
        JsonNode told = list(author, "", 2);
        assertThat(told.at("/items/0/text").asString()).isEqualTo("“What about one?” went live with release 1.");
        assertThat(told.at("/items/1/text").asString()).isEqualTo("Grace approved “What about one?”; it may go live.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> MAIL.getReceivedMessagesForDomain("mail.example.org").length == 1);
        assertThat(MAIL.getReceivedMessagesForDomain("mail.example.org")[0].getSubject())
                .isEqualTo("Approved: What about one?");
    }
}
