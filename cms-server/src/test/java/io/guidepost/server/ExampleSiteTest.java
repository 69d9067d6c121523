package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.server.Client.Answer;
import io.guidepost.server.ExampleSite.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The example of a front end: built from the seed content, and after changes to it. */
@TestInstance(Lifecycle.PER_CLASS)
class ExampleSiteTest {

    /** The blocks of a guide's page, from top to bottom. */
    private static final List<String> BLOCKS = List.of("opening", "recent-interest", "tldr", "poll", "trust", "intro",
            "also-consider", "what-they-do", "background", "skills", "self-check", "path", "timeline", "salary",
            "outlook", "backgrounds", "faqs", "sources", "call-to-action");

    private static final Path PICTURES = Path.of("target/example-site");
    /** In CSS pixels. */
    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    @TempDir
    private static Path folder;

    private ExampleSite site;
    private ServerProcess server;
    private Client nobody;
    private Client author;
    private Client editor;
    private Client publisher;

    @BeforeAll
    void build() throws Exception {
        site = ExampleSite.install(folder.resolve("tree"));
        server = ServerProcess.start(folder.resolve("data"), "--guidepost.seeding.enabled=true");
        nobody = server.awaitReady();
        Client admin = nobody.as(server.token().orElseThrow());
        author = admin.person("ada", "author");
        editor = admin.person("grace", "editor");
        publisher = admin.person("linus", "publisher");
        await().atMost(ServerProcess.PATIENCE).untilAsserted(() -> assertThat(nobody.ask(
                "{ roleGuides { nodes { alsoConsider(first: 4) { degraded careers { guide { slug } } } } } }")
                .at("/roleGuides/nodes").valueStream().map(guide -> guide.get("alsoConsider")))
                .allMatch(related -> !related
                        .get("degraded").asBoolean() && related.get("careers").size() == 4));
        made();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Build made() throws IOException, InterruptedException {
        Build build = site.build(server.port());
        assertThat(build.succeeded()).as(build.output()).isTrue();
        return build;
    }

    @Test
    void every_guide_is_a_page_with_every_block_and_all_that_the_answer_says() throws Exception {
        for (String slug : slugs()) {
            Document page = site.page("/guides/" + slug + "/");
            assertThat(page.select("[data-block]").eachAttr("data-block")).isEqualTo(BLOCKS);
            assertThat(page.select("script:not([type=application/ld+json]), [onclick]")).isEmpty();
            assertStructuredData(page, slug);

            ObjectNode request = Client.JSON.createObjectNode().put("query", Files.readString(Path.of(
                    "../schema/queries/role-guide-page.graphql")));
            request.putObject("variables").put("slug", slug);
            JsonNode guide = nobody.ask(request).get("roleGuide");
            String text = squeezed(page.text());
            assertThat(texts(guide)).hasSizeGreaterThan(100).allSatisfy(said -> assertThat(text)
                    .containsIgnoringCase(squeezed(said)));
            assertThat(page.select("#poll").text()).contains("n = " + guide.at("/statistics/respondents").asInt());
        }
    }

    @Test
    void pages_are_in_the_language_of_the_site() throws Exception {
        assertThat(site.page("/").select("html").attr("lang")).isEqualTo("en");
    }

    private static void assertStructuredData(Document page, String slug) {
        assertThat(page.select("head script[type=application/ld+json]")).singleElement().satisfies(script -> {
            JsonNode graph = Client.JSON.readTree(script.data()).get("@graph");
            assertThat(graph.valueStream().map(thing -> thing.get("@type").asString())).containsExactly("Article",
                    "Occupation", "FAQPage", "Organization");
            assertThat(graph.at("/0/url").asString()).isEqualTo("http://127.0.0.1:8081/guides/" + slug + "/");
            assertThat(graph.at("/0/headline").asString()).isEqualTo(page.selectFirst("h1").text());
        });
    }

    /** The words that a page shows, whatever field they are in, but those around citations, which the page numbers itself. */
    private static List<String> texts(JsonNode guide) {
        ObjectNode statistics = (ObjectNode) guide.get("statistics");
        statistics.remove("questions");
        statistics.get("highlights").forEach(highlight -> ((ObjectNode) highlight).remove("text"));
        List<String> texts = new ArrayList<>();
        collect(guide, texts);
        return texts;
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isArray()) {
            value.forEach(item -> collect(item, texts));
        } else if (value.isObject()) {
            for (String shown : List.of("text", "heading", "label", "question", "name", "note", "publisher",
                    "display")) {
                JsonNode said = value.path(shown);
                if (said.isString() && (!shown.equals("text") || value.path("citations").isEmpty()) && !said.asString()
                        .matches("[a-z0-9-]+")) {
                    texts.add(said.asString());
                }
            }
            value.propertyStream().forEach(field -> collect(field.getValue(), texts));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private List<String> slugs() throws IOException, InterruptedException {
        return nobody.ask("{ roleGuides(first: 100) { nodes { slug } } }").at("/roleGuides/nodes").valueStream()
                .map(guide -> guide.get("slug").asString()).toList();
    }

    @Test
    void every_link_within_the_site_leads_somewhere() throws Exception {
        List<String> paths = paths();
        for (String path : paths) {
            Document page = site.page(path);
            assertThat(page.select("a[href^=/]").eachAttr("href")).isNotEmpty().isSubsetOf(paths);
            assertThat(page.select("a[href^=#]").eachAttr("href")).allSatisfy(anchor -> assertThat(page.getElementById(
                    anchor.substring(1))).as(path + anchor).isNotNull());
        }
    }

    private List<String> paths() throws IOException, InterruptedException {
        return Stream.concat(Stream.of("/"), slugs().stream().map(slug -> "/guides/" + slug + "/")).toList();
    }

    @Test
    void pages_fit_the_windows_of_phones_and_desktops() throws Exception {
        List<Integer> widths = List.of(PHONE, DESKTOP);
        try (Browser browser = Browser.at(site.pages(), folder.resolve("profile"))) {
            assertThat(browser.measure(paths(), widths)).hasSize(paths().size() * widths.size()).allSatisfy(
                    page -> assertThat(page.content()).as(page.path()).isLessThanOrEqualTo(page.window()));
            for (int width : widths) {
                browser.picture("/", width, 2000, PICTURES.resolve("index-" + width + ".png"));
                browser.picture("/guides/ai-specialist/", width, 4000, PICTURES.resolve("guide-" + width + ".png"));
            }
        }
    }

    @Test
    void only_pages_that_show_what_was_released_are_made_anew() throws Exception {
        String faq = nobody.ask("{ roleGuide(slug: \"ai-specialist\") { faqs { id } } }").at("/roleGuide/faqs/0/id")
                .asString();
        Answer document = author.document(faq);
        int version = document.version();
        ObjectNode edit = ((ObjectNode) document.body().get("content").deepCopy()).put("question",
                "Is this the question of the next edition?");
        assertThat(author.save(faq, version, edit).status()).isEqualTo(200);
        assertThat(author.move(faq, version + 1, "submit").status()).isEqualTo(200);
        assertThat(editor.move(faq, version + 2, "approve").status()).isEqualTo(200);
        assertThat(publisher.release("Next", "PUBLISH", Map.of(faq, version + 3)).status()).isEqualTo(201);

        assertThat(made().made()).containsExactly("/guides/ai-specialist/");
        assertThat(site.page("/guides/ai-specialist/").select("#faqs h3").first().text()).isEqualTo(
                "Is this the question of the next edition?");
        assertThat(made().made()).as("nothing was released since").isEmpty();
    }

    @Test
    void a_page_goes_with_its_guide_and_so_do_the_links_to_it() throws Exception {
        String guide = nobody.ask("{ roleGuide(slug: \"ux-designer\") { id } }").at("/roleGuide/id").asString();
        assertThat(publisher.release("Withdrawn", "WITHDRAW", Map.of(guide, author.document(guide).version())).status())
                .isEqualTo(201);

        Build build = made();
        assertThat(build.deleted()).containsExactly("/guides/ux-designer/");
        assertThat(build.made()).contains("/");
        assertThat(site.pages().resolve("guides/ux-designer")).doesNotExist();
        every_link_within_the_site_leads_somewhere();
    }

    @Test
    void everything_is_made_anew_from_another_server() throws Exception {
        Build other = site.build("http://localhost:" + server.port());
        assertThat(other.made()).as(other.output()).containsExactlyInAnyOrderElementsOf(paths());
        assertThat(made().made()).containsExactlyInAnyOrderElementsOf(paths());
    }

    @Test
    void everything_is_made_anew_where_the_server_is_back_at_an_older_edition() throws Exception {
        site.remember("99.1");
        Build build = made();

        assertThat(build.output()).contains("The last build was of edition 99.1, and the server has none later than ");
        assertThat(build.made()).containsExactlyInAnyOrderElementsOf(paths());
        assertThat(made().made()).as("nothing was released since").isEmpty();
    }

    @Test
    void a_build_that_fails_leaves_the_site_as_it_was() throws Exception {
        Map<Path, String> before = files();
        assertThat(site.build(1).succeeded()).isFalse();
        assertThat(files()).isEqualTo(before).isNotEmpty();
    }

    private Map<Path, String> files() throws IOException {
        try (Stream<Path> files = Files.walk(site.pages())) {
            Map<Path, String> times = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
            return times;
        }
    }

    @Test
    void its_code_fits_the_types_that_follow_from_the_schema() throws Exception {
        Build check = site.check();
        assertThat(check.succeeded()).as(check.output()).isTrue();
    }
}
