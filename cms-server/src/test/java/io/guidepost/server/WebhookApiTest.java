package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import io.guidepost.webhooks.Receiver;
import io.guidepost.webhooks.Receiver.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Webhooks as administrators and receivers see them. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class WebhookApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Receiver RECEIVER = new Receiver();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOOKS = "/webhooks";

    private final List<String> secrets = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Client admin;
    private Client publisher;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.outbound.allowed-hosts", RECEIVER::authority);
        properties.add("guidepost.webhooks.allow-http", () -> "true");
        properties.add("guidepost.webhooks.poll", () -> "50ms");
        properties.add("guidepost.webhooks.retries", () -> "1h");
        properties.add("guidepost.editorial.self-approval", () -> "true");
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
        MONGO.close();
    }

    private static Answer call(Client client, String method, String path, @Nullable Integer version,
            @Nullable String body) throws Exception {
        return client.api(method, path, version, body == null ? null : Client.JSON.readTree(body.replace('\'', '"')));
    }

    private JsonNode get(String path) throws Exception {
        Answer answer = call(admin, "GET", path, null, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
    }

    private void invalid(String body, String pointer, String code) throws Exception {
        Answer answer = call(admin, "POST", HOOKS, null, body);
        refused(answer, 422, "invalid");
        assertThat(answer.body().at("/problems/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body().at("/problems/0/code").asString()).isEqualTo(code);
    }

    private static String hook(String url, String more) {
        return "{'name': 'Front end', 'url': '" + url + "', 'events': ['release.published', 'statistics.published']"
                + more + "}";
    }

    private void released(String slug) throws Exception {
        String id = "faq-" + slug;
        var document = Client.JSON.createObjectNode().put("type", "Faq").put("id", id);
        document.set("content", ContentNode.faq(slug, "It is so."));
        assertThat(publisher.api("POST", "/documents", null, document).status()).isEqualTo(201);
        Answer submitted = publisher.move(id, 1, "submit");
        Answer approved = publisher.move(id, submitted.version(), "approve");
        assertThat(publisher.release("Out", "PUBLISH", Map.of(id, approved.version())).status()).isEqualTo(201);
    }

    private Received received(int count) {
        return await().atMost(PATIENCE).until(RECEIVER::received, messages -> messages.size() == count).getLast();
    }

    private JsonNode deliveries(String id, String query, int count) {
        return await().atMost(PATIENCE).until(() -> get(HOOKS + "/" + id + "/deliveries" + query).get("items"),
                items -> items.size() == count);
    }

    @Test
    void a_front_end_is_told_what_is_published(CapturedOutput output) throws Exception {
        Matcher token = TOKEN.matcher(output.getAll());
        assertThat(token.find()).isTrue();
        admin = new Client(port).as(token.group());
        publisher = admin.person("linus", "publisher");

        String id = aWebhookIsAdded();
        releasesAreDelivered(id);
        deliveriesAreListedAndSentAgain(id);
        itIsTested(id);
        itsSecretIsRotated(id);
        itIsChangedAndDisabled(id);
        badInputIsRefused(id);
        itIsForAdministratorsAlone(id);
        itIsRemoved(id);
        commandsAreInTheAuditLog(id);
        assertThat(secrets).hasSize(2)
                .allSatisfy(secret -> assertThat(output).doesNotContain(secret.substring("whsec_".length())));
    }

    private String aWebhookIsAdded() throws Exception {
        Answer added = call(admin, "POST", HOOKS, null, hook(RECEIVER.url("/hook"), ", 'types': ['Faq']"));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        secrets.add(added.body().get("secret").asString());
        assertThat(secrets.getFirst()).matches("whsec_[A-Za-z0-9+/]{43}=");
        JsonNode webhook = added.body().get("webhook");
        assertThat(webhook.get("enabled").asBoolean()).isTrue();
        assertThat(webhook.get("version").asInt()).isEqualTo(1);
        String id = webhook.get("id").asString();
        assertThat(get(HOOKS + "/" + id)).isEqualTo(webhook);
        assertThat(get(HOOKS).get(0)).isEqualTo(webhook);
        assertThat(webhook.toString()).doesNotContain("whsec_");
        return id;
    }

    private void releasesAreDelivered(String id) throws Exception {
        released("one");
        Received message = received(1);
        assertThat(message.signatures()).containsExactly(message.expected(secrets.getFirst()));
        assertThat(message.json().get("type").asString()).isEqualTo("release.published");
        assertThat(message.data().get("published").get(0).get("id").asString()).isEqualTo("faq-one");
        JsonNode delivered = deliveries(id, "?outcome=delivered", 1).get(0);
        assertThat(delivered.get("id").asString()).isEqualTo(message.id());
        assertThat(delivered.get("body")).isEqualTo(message.json());
        assertThat(delivered.at("/attempts/0/status").asInt()).isEqualTo(204);
        assertThat(delivered.at("/attempts/0").has("error")).isFalse();
    }

    private void deliveriesAreListedAndSentAgain(String id) throws Exception {
        RECEIVER.answers(503);
        released("two");
        Received message = received(2);
        JsonNode waiting = deliveries(id, "?outcome=waiting", 1).get(0);
        assertThat(waiting.get("id").asString()).isEqualTo(message.id());
        JsonNode noted = await().atMost(PATIENCE).until(() -> get(HOOKS + "/" + id).get("progress"),
                progress -> progress.has("due"));
        assertThat(noted.get("waiting").asString()).isEqualTo(message.id());
        JsonNode first = get(HOOKS + "/" + id + "/deliveries?limit=1");
        JsonNode second = get(HOOKS + "/" + id + "/deliveries?limit=1&after=" + first.get("next").asString());
        assertThat(second.at("/items/0/id").asString()).isEqualTo(RECEIVER.received().getFirst().id());
        assertThat(second.has("next")).isFalse();

        Answer again = await().atMost(PATIENCE).until(() -> call(admin, "POST",
                HOOKS + "/" + id + "/deliveries/" + message.id() + "/redeliver", null, null),
                answer -> answer.status() == 200);
        assertThat(again.body().get("outcome").asString()).isEqualTo("delivered");
        assertThat(again.body().get("attempts")).hasSize(2);
        assertThat(received(3).id()).isEqualTo(message.id());
    }

    private void itIsTested(String id) throws Exception {
        Answer ping = call(admin, "POST", HOOKS + "/" + id + "/ping", null, null);
        assertThat(ping.status()).as(ping.body().toString()).isEqualTo(200);
        assertThat(ping.body().get("type").asString()).isEqualTo("ping");
        assertThat(ping.body().get("outcome").asString()).isEqualTo("delivered");
        assertThat(received(4).id()).isEqualTo(ping.body().get("id").asString());
    }

    private void itsSecretIsRotated(String id) throws Exception {
        Answer rotated = call(admin, "POST", HOOKS + "/" + id + "/secrets", null, null);
        assertThat(rotated.status()).as(rotated.body().toString()).isEqualTo(201);
        secrets.add(rotated.body().get("secret").asString());
        assertThat(rotated.body().at("/webhook/secrets/0").has("until")).isFalse();
        assertThat(rotated.body().at("/webhook/secrets/1").has("until")).isTrue();
        Answer _ = call(admin, "POST", HOOKS + "/" + id + "/ping", null, null);
        Received ping = received(5);
        assertThat(ping.signatures()).containsExactly(ping.expected(secrets.get(1)), ping.expected(secrets.get(0)));
    }

    private void itIsChangedAndDisabled(String id) throws Exception {
        String path = HOOKS + "/" + id;
        refused(call(admin, "PUT", path, null, hook(RECEIVER.url("/hook"), "")), 428, "version-required");
        refused(call(admin, "PUT", path, 7, hook(RECEIVER.url("/hook"), "")), 412, "stale-version");
        Answer changed = call(admin, "PUT", path, 1, hook(RECEIVER.url("/other"), ", 'enabled': false"));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.body().get("types")).isEmpty();
        assertThat(changed.body().at("/disabled/why").asString()).isEqualTo("An administrator has disabled it.");
        released("three");
        Answer enabled = call(admin, "PUT", path, 2, hook(RECEIVER.url("/other"), ""));
        assertThat(enabled.body().has("disabled")).isFalse();
        Received message = received(6);
        assertThat(message.path()).isEqualTo("/other");
        assertThat(message.data().get("number").asInt()).isEqualTo(3);
    }

    private void badInputIsRefused(String id) throws Exception {
        String good = "https://example.org/hook";
        invalid(hook("ftp://example.org", ""), "/url", "refused-address");
        invalid(hook("https://10.0.0.1/", ""), "/url", "refused-address");
        invalid(hook("https://me:secret@example.org/", ""), "/url", "refused-address");
        invalid(hook("", ""), "/url", "invalid");
        invalid(hook(good, ", 'types': ['Page']"), "/types", "unknown-type");
        invalid(hook(good, ", 'roles': ['astronaut']"), "/roles", "unknown-role");
        invalid("{'name': 'x', 'url': '" + good + "', 'events': []}", "/events", "invalid");
        invalid("{'name': 'x', 'url': '" + good + "', 'events': ['ping', 'pong']}", "/events/1", "unknown-event");
        refused(call(admin, "POST", HOOKS, null, "{'name': 'x', 'secret': 'whsec_mine'}"), 400, "unexpected-json");
        refused(call(admin, "GET", HOOKS + "/" + UUID.randomUUID(), null, null), 404, "unknown-webhook");
        assertThat(call(admin, "GET", HOOKS + "/x", null, null).status()).isEqualTo(400);
        String list = HOOKS + "/" + id + "/deliveries";
        refused(call(admin, "GET", list + "?outcome=lost", null, null), 400, "malformed-query");
        refused(call(admin, "GET", list + "?after=x", null, null), 400, "malformed-query");
        refused(call(admin, "GET", list + "?limit=0", null, null), 400, "malformed-query");
        refused(call(admin, "GET", list + "?state=x", null, null), 400, "unknown-parameter");
        refused(call(admin, "POST", list + "/msg_none/redeliver", null, null), 404, "unknown-delivery");
    }

    private void itIsForAdministratorsAlone(String id) throws Exception {
        String path = HOOKS + "/" + id;
        for (String call : List.of("GET " + HOOKS, "GET " + path, "GET " + path + "/deliveries",
                "POST " + path + "/ping", "POST " + path + "/secrets", "POST " + path + "/deliveries/x/redeliver")) {
            refused(call(publisher, call.split(" ")[0], call.split(" ")[1], null, null), 403, "forbidden");
        }
        refused(call(publisher, "POST", HOOKS, null, hook(RECEIVER.url("/"), "")), 403, "forbidden");
        refused(call(publisher, "PUT", path, 3, hook(RECEIVER.url("/"), "")), 403, "forbidden");
        refused(call(publisher, "DELETE", path, 3, null), 403, "forbidden");
        assertThat(call(new Client(port), "GET", HOOKS, null, null).status()).isEqualTo(401);
    }

    private void itIsRemoved(String id) throws Exception {
        refused(call(admin, "DELETE", HOOKS + "/" + id, 1, null), 412, "stale-version");
        assertThat(call(admin, "DELETE", HOOKS + "/" + id, 3, null).status()).isEqualTo(204);
        refused(call(admin, "GET", HOOKS + "/" + id + "/deliveries", null, null), 404, "unknown-webhook");
        assertThat(get(HOOKS)).isEmpty();
    }

    private void commandsAreInTheAuditLog(String id) throws Exception {
        List<String> done = new ArrayList<>();
        get("/audit?command=webhooks.&outcome=succeeded&target=" + id + "&limit=100").get("items")
                .forEach(entry -> done.add(entry.get("command").asString()));
        assertThat(done.reversed()).containsExactly("webhooks.add", "webhooks.redeliver", "webhooks.ping",
                "webhooks.rotate-secret", "webhooks.ping", "webhooks.change", "webhooks.change", "webhooks.remove");
    }
}
