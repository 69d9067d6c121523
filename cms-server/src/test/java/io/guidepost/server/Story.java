package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.GuidepostApplication;
import io.guidepost.server.Client.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of a guide, from the seed content to a changed and released FAQ, over HTTP alone, on whatever backends. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = GuidepostApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "guidepost.seeding.enabled=true")
@DirtiesContext
abstract class Story {

    private static final Pattern TOKEN = Pattern.compile("gp_\\S+");

    @LocalServerPort
    private int port;

    @Test
    void a_faq_is_edited_reviewed_and_released_and_the_old_edition_stays(CapturedOutput output) throws Exception {
        Matcher printed = TOKEN.matcher(output.getAll());
        assertThat(printed.find()).isTrue();
        Client nobody = new Client(port);
        Client admin = nobody.as(printed.group());
        assertThat(printed.find()).as("the token is shown once").isFalse();

        theWholePageIsServedInOneAnswer(nobody);

        Client author = admin.person("ada", "author");
        Client editor = admin.person("grace", "editor");
        Client publisher = admin.person("linus", "publisher");
        JsonNode before = nobody.ask("{ edition { id } roleGuide(slug: \"ai-specialist\") { faqs { id question } } }");
        String oldEdition = before.at("/edition/id").asString();
        String faq = before.at("/roleGuide/faqs/0/id").asString();
        String oldQuestion = before.at("/roleGuide/faqs/0/question").asString();

        Answer document = author.document(faq);
        ObjectNode edit = ((ObjectNode) document.body().get("content").deepCopy()).put("question",
                "Is this the new question?");
        int version = document.version();

        assertThat(author.save(faq, null, edit).status()).isEqualTo(428);
        Answer saved = author.save(faq, version, edit);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().at("/workflow/state").asString()).isEqualTo("Draft");
        Answer stale = author.save(faq, version, edit);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.version()).isEqualTo(version + 1);

        Map<String, Integer> approved = Map.of(faq, version + 3);
        assertThat(publisher.release("story", "PUBLISH", Map.of(faq, version + 1)).body().toString()).contains(
                "not-approved");
        assertThat(author.move(faq, version + 1, "submit").status()).isEqualTo(200);
        assertThat(author.move(faq, version + 2, "approve").status()).isEqualTo(403);
        assertThat(editor.move(faq, version + 2, "approve").status()).isEqualTo(200);
        assertThat(author.release("story", "PUBLISH", approved).status()).isEqualTo(403);
        assertThat(publisher.release("story", "PUBLISH", approved).status()).isEqualTo(201);

        JsonNode after = nobody.ask("{ edition { id } roleGuide(slug: \"ai-specialist\") { faqs { question } } }");
        assertThat(after.at("/roleGuide/faqs/0/question").asString()).isEqualTo("Is this the new question?");
        assertThat(after.at("/edition/id").asString()).isNotEqualTo(oldEdition);
        JsonNode old = nobody.ask("{ roleGuide(slug: \"ai-specialist\", edition: \"" + oldEdition
                + "\") { faqs { question } } }");
        assertThat(old.at("/roleGuide/faqs/0/question").asString()).isEqualTo(oldQuestion);

        theReleaseIsAllThatTheFeedTells(nobody, oldEdition, faq);

        Answer refused = publisher.release("story", "WITHDRAW", approved);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains("still-referenced", "guide-ai-specialist", "AI specialist");
    }

    private static void theReleaseIsAllThatTheFeedTells(Client nobody, String since, String faq) throws Exception {
        JsonNode changes = nobody.ask("{ changes(since: \"" + since + "\") { edition nodes { kind id pages { slug }"
                + " faq { question } } } }").get("changes");
        assertThat(changes.get("nodes").toString()).isEqualTo("[{\"kind\":\"UPDATED\",\"id\":\"" + faq
                + "\",\"pages\":[{\"slug\":\"ai-specialist\"}],\"faq\":{\"question\":\"Is this the new question?\"}}]");

        List<JsonNode> lines = nobody.lines("/graphql/changes?since=" + since);
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().get("edition")).isEqualTo(changes.get("edition"));
        assertThat(lines.get(1).at("/document/question").asString()).isEqualTo("Is this the new question?");
        assertThat(lines.getLast().get("end").asBoolean()).isTrue();
        assertThat(nobody.send("GET", "/graphql/changes?sinse=" + since, null, null).body().toString())
                .contains("unknown-parameter", "edition, since");
    }

    private static void theWholePageIsServedInOneAnswer(Client nobody) throws Exception {
        ObjectNode request = Client.JSON.createObjectNode().put("query", Files.readString(Path.of(
                "../schema/queries/role-guide-page.graphql")));
        request.putObject("variables").put("slug", "ai-specialist");
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> {
            JsonNode related = nobody.ask(request).at("/roleGuide/alsoConsider");
            assertThat(related.get("degraded").asBoolean()).isFalse();
            assertThat(related.get("careers").valueStream().map(career -> career.at("/guide/slug").asString()))
                    .contains("data-analyst", "researcher", "cybersecurity-analyst");
        });
        ReferencePage.check(nobody.ask(request));
    }
}
