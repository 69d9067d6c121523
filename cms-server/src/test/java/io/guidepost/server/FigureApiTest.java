package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import io.guidepost.storage.TestMongo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** The figures of the sample as editors choose from them, and as previews show them. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class FigureApiTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");

    private static @Nullable Client admin;
    private static Client author;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.seeding.enabled", () -> true);
    }

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @BeforeEach
    void let_people_in(CapturedOutput output) throws Exception {
        if (admin == null) {
            Matcher token = TOKEN.matcher(output.getAll());
            assertThat(token.find()).isTrue();
            admin = new Client(port).as(token.group());
            author = admin.person("ada", "author");
        }
    }

    @Test
    void every_figure_of_a_role_is_listed_as_a_token_with_its_value() throws Exception {
        JsonNode list = figures("?role=ai-specialist");

        assertThat(list.get("role").asString()).isEqualTo("ai-specialist");
        assertThat(list.get("snapshot").asInt()).isPositive();
        assertThat(list.get("figures").get(0).get("token").asString()).isEqualTo("{{respondents}}");
        JsonNode share = figure(list, "{{percent priority/earn-more}}");
        assertThat(share.get("about").asString()).isEqualTo("Earning more (3k+ € a month), hard work included");
        assertThat(share.get("text").asString()).isEqualTo("33%");
        assertThat(share.get("value").asDouble()).isEqualTo(3300.0 / 101);
        assertThat(share.get("n").asInt()).isEqualTo(101);
        assertThat(share.get("suppressed").asBoolean()).isFalse();
        assertThat(share.at("/interval/low").asDouble()).isBetween(24.3, 24.4);
        assertThat(share.get("asOf").asString()).isNotEmpty();
        assertThat(share.get("provenance"))
                .isEqualTo(json("{'snapshot': 1, 'quizVersion': 1, 'filter': 'for ai-specialist'}"));
        assertThat(figure(list, "{{range priority/earn-more}}").get("text").asString()).isEqualTo("24–42%");
        assertThat(figure(list, "{{rank priority/earn-more}}").get("text").asString()).isEqualTo("1st");
        assertThat(figure(list, "{{count priority/earn-more}}").get("value").asDouble()).isEqualTo(33);
        assertThat(figure(list, "{{answer priority/1}}").get("text")).isEqualTo(share.get("about"));
        assertThat(figure(list, "{{recent}}").get("text").asString()).isEqualTo("30");
        Set<String> tokens = new HashSet<>();
        list.get("figures").forEach(figure -> tokens.add(figure.get("token").asString()));
        assertThat(tokens).as("each once").hasSameSizeAs(list.get("figures"));
    }

    @Test
    void a_figure_names_the_texts_that_it_stands_in() throws Exception {
        JsonNode share = figure(figures("?role=ai-specialist"), "{{percent priority/earn-more}}");

        assertThat(share.get("uses").asInt()).isEqualTo(share.get("usedIn").size());
        JsonNode phase = StreamSupport.stream(share.get("usedIn").spliterator(), false)
                .filter(use -> use.get("type").asString().equals("RoadmapPhase")).findFirst().orElseThrow();
        assertThat(phase.get("pointer").asString()).isEqualTo("/body");
        assertThat(phase.get("title").asString()).isNotEmpty();
        assertThat(phase.get("states")).isEqualTo(Client.JSON.valueToTree(List.of("working", "live")));
        assertThat(author.document(phase.get("document").asString()).body().at("/content/body").asString())
                .contains("{{percent priority/earn-more");
    }

    @Test
    void the_figures_of_a_background_are_those_of_its_people() throws Exception {
        JsonNode list = figures("?role=ai-specialist&background=career-changer");

        assertThat(list.get("background").asString()).isEqualTo("career-changer");
        assertThat(figure(list, "{{respondents of career-changer}}").get("text").asString()).isEqualTo("40");
        assertThat(figure(list, "{{percent priority/earn-more of career-changer}}").get("text").asString())
                .isEqualTo("35%");
        assertThat(list.get("figures").toString()).doesNotContain("\"{{recent");
        JsonNode few = figure(figures("?role=ai-specialist&background=freelancer"), "{{respondents of freelancer}}");
        assertThat(few.get("suppressed").asBoolean()).isTrue();
        assertThat(few.has("value") || few.has("n") || few.has("interval")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?role=ai-specialst                           | 404 | unknown-role       | did you mean ai-specialist?
            ?role=AI%20Specialist                        | 404 | unknown-role       | did you mean ai-specialist?
            ?role=ai-specialist&background=studnt        | 404 | unknown-background | did you mean student?
            ?background=student                          | 400 | bad-request        | role
            ?role=ai-specialist&backgrounds=student      | 400 | unknown-parameter  | backgrounds
            """)
    void what_the_quiz_does_not_have_is_refused_with_what_was_meant(String query, int status, String code,
            String detail) throws Exception {
        Answer answer = author.api("GET", "/figures" + query, null, null);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:guidepost:problem:" + code);
        assertThat(answer.body().get("detail").asString()).contains(detail);
    }

    @Test
    void only_those_who_may_read_are_told() throws Exception {
        assertThat(new Client(port).api("GET", "/figures?role=ai-specialist", null, null).status()).isEqualTo(401);
    }

    @Test
    void the_description_of_the_admin_api_has_them() throws Exception {
        JsonNode api = author.send("GET", "/v3/api-docs", null, null).body();

        assertThat(api.at("/paths/~1api~1figures/get/parameters").findValuesAsString("name"))
                .containsExactly("role", "background");
        assertThat(api.at("/paths/~1api~1figures/get/responses/200/content").toString())
                .contains("#/components/schemas/FigureList");
        assertThat(api.at("/components/schemas/NamedFigure/properties").propertyNames()).contains("token", "usedIn",
                "interval", "provenance");
    }

    @Test
    void an_unknown_figure_is_a_problem_at_its_place_with_what_was_meant() throws Exception {
        ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", "faq-mistaken");
        document.set("content",
                ContentNode.faq("mistaken", "Well.\n\nOf {{percent priority/earn-mor for ai-specialist}}."));

        JsonNode problems = author.api("POST", "/documents", null, document).body().get("problems");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).isEqualTo(json("{'pointer': '/answer', 'code': 'unknown-figure', 'message': "
                + "'Line 3, column 23: The question “priority” has no answer “earn-mor”; did you mean earn-more?'}"));
    }

    @Test
    void a_preview_reads_figures_off_the_newest_snapshot() throws Exception {
        ObjectNode document = Client.JSON.createObjectNode().put("type", "Faq").put("id", "faq-previewed");
        document.set("content", ContentNode.faq("previewed",
                "{{percent priority/earn-more for ai-specialist}}, {{range priority/earn-more for ai-specialist}}."));
        assertThat(author.api("POST", "/documents", null, document).status()).isEqualTo(201);
        ObjectNode wish = Client.JSON.createObjectNode().put("name", "site").put("expiresInDays", 1);
        wish.putArray("scopes").add("preview:read");
        ObjectNode person = Client.JSON.createObjectNode().put("login", "grace").put("name", "Grace");
        person.putArray("roles").add("editor");
        String id = admin.api("POST", "/people", null, person).body().get("id").asString();
        String preview = admin.api("POST", "/people/" + id + "/tokens", null, wish).body().get("token").asString();
        assertThat(admin.api("POST", "/snapshots", null, null).status()).isEqualTo(201);

        JsonNode answer = new Client(port).as(preview).send("POST", "/graphql/preview", null,
                Client.JSON.createObjectNode().put("query", "{ faq(slug: \"previewed\") { answer { text figures { n "
                        + "provenance { snapshot filter } } } } }"))
                .body().at("/data/faq/answer");

        assertThat(answer.get("text").asString()).isEqualTo("33%, 24–42%.");
        assertThat(answer.at("/figures/0")).isEqualTo(
                json("{'n': 101, 'provenance': {'snapshot': 1, 'filter': 'for ai-specialist'}}"));
    }

    private static JsonNode figures(String query) throws Exception {
        Answer answer = author.api("GET", "/figures" + query, null, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode figure(JsonNode list, String token) {
        return StreamSupport.stream(list.get("figures").spliterator(), false)
                .filter(figure -> figure.get("token").asString().equals(token)).findFirst().orElseThrow();
    }

    private static JsonNode json(String text) {
        return Client.JSON.readTree(text.replace('\'', '"'));
    }
}
