package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.storage.TestMongo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The charts of the seed's statistics, asked for over HTTP and looked at in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "guidepost.seeding.enabled=true")
@DirtiesContext
class ChartsTest {

    /** Notes every text that is not wholly in its chart, or shares ground with another text or a bar. */
    private static final String LOOKING = """
            <script>
            const share = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
            const note = (name, text) => document.body.appendChild(document.createElement(name)).textContent = text;
            for (const svg of document.querySelectorAll("svg")) {
              const {width, height} = svg.viewBox.baseVal;
              const seen = [...svg.querySelectorAll(".bar, .track")].map(bar => ["a bar", bar.getBBox()]);
              for (const element of svg.querySelectorAll("text")) {
                const box = element.getBBox(), text = element.textContent;
                if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) {
                  note("samp", `${svg.id}: “${text}” is outside, ${box.x} to ${box.x + box.width} of ${width}`);
                }
                for (const [other, ground] of seen) if (share(box, ground)) note("samp", `${svg.id}: “${text}” covers ${other}`);
                seen.push([text, box]);
                note("kbd", text);
              }
            }
            </script>
            """;
    private static final Path PICTURES = Path.of("target/charts");
    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<String> AWKWARD = List.of("W".repeat(200), "学習".repeat(100),
            "مرحبا بالعالم، هذا نص طويل ".repeat(8),
            "😀👩‍👩‍👧‍👦".repeat(30), "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5),
            "<b>&amp; \"quoted\"</b> ]]>",
            "Ж".repeat(200), "Gehen Sie – weiter … ½ €".repeat(9), "mmmm WWWW @@@@ %%%% ".repeat(10), "i",
            "שלום 123 abc".repeat(15),
            "นี่คือป้ายชื่อที่ยาวมาก".repeat(9));
    private static final TestMongo MONGO = TestMongo.started();

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Quizzes quizzes;

    @Autowired
    private Snapshots snapshots;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
    }

    @AfterAll
    static void stopMongo() {
        MONGO.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_chart_is_open_to_all_and_runs_nothing() throws Exception {
        HttpResponse<String> chart = get("/charts/ai-specialist/priority.svg");

        assertThat(chart.statusCode()).isEqualTo(200);
        assertThat(header(chart, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(chart, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(chart, "Content-Security-Policy")).startsWith("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(header(chart, "Cache-Control")).contains("s-maxage=60");
        assertThat(get("/charts/ai-specialist/priority.svg", "If-None-Match", header(chart, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void what_means_nothing_is_refused_with_what_was_meant() throws Exception {
        assertRefused("/charts/ai-specialist/priority.svg?backgruond=student", "unknown-parameter", "background");
        assertRefused("/charts/ai-specialist/priority.svg?background=studnet", "malformed-query",
                "The quiz has no background “studnet”; did you mean student?");
        assertRefused("/charts/ai-specialist/priority.svg?theme=drak", "malformed-query", "Did you mean “dark”?");
        assertRefused("/charts/ai-specialist/priority.svg?theme=dark&theme=dark", "malformed-query", "theme");
        assertRefused("/charts/ai-specialist/priority.svg?edition=x", "refused-query", "edition");
        HttpResponse<String> unknown = get("/charts/ux-desinger/priority.svg");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("did you mean ux-designer?");
        assertThat(get("/charts/ai-specialist").statusCode()).isEqualTo(404);
    }

    private void assertRefused(String path, String problem, String says) throws Exception {
        HttpResponse<String> refusal = get(path);
        assertThat(refusal.statusCode()).as(path).isEqualTo(400);
        assertThat(header(refusal, "Content-Type")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(refusal.body()).get("type").asString()).isEqualTo(
                "urn:guidepost:problem:" + problem);
        assertThat(refusal.body()).contains(says);
    }

    @Test
    void nothing_covers_anything_whatever_the_labels_are() throws Exception {
        Quiz quiz = quizzes.current();
        List<String> seed = new ArrayList<>();
        for (Quiz.Question question : quiz.questions()) {
            seed.addAll(charts("ai-specialist", question.key(), ""));
            for (Quiz.Background background : quiz.backgrounds()) {
                seed.addAll(charts("ai-specialist", question.key(), "&background=" + background.key()));
            }
        }
        page("seed", seed);
        quizzes.store(reworded(quiz));
        snapshots.take();
        List<String> awkward = new ArrayList<>();
        for (Quiz.Question question : quiz.questions()) {
            awkward.addAll(charts("ai-specialist", question.key(), ""));
        }
        page("awkward", awkward);

        try (Browser browser = Browser.at(folder, folder.resolve("profile"))) {
            assertThat(look(browser, "seed")).contains("Earning more (3k+ € a month), hard work included",
                    "AI specialist · career changer");
            assertThat(look(browser, "awkward")).contains("<b>&amp; \"quoted\"</b> ]]>", "i");
            browser.picture("/seed.html", 1040, 2600, PICTURES.resolve("seed.png"));
            browser.picture("/awkward.html", 1040, 5200, PICTURES.resolve("awkward.png"));
        }
    }

    private static List<String> look(Browser browser, String page) throws Exception {
        Document seen = Jsoup.parse(browser.content("/" + page + ".html"));
        assertThat(seen.select("samp").eachText()).isEmpty();
        return seen.select("kbd").eachText();
    }

    private List<String> charts(String role, String question, String parameters) throws Exception {
        List<String> charts = new ArrayList<>();
        for (String theme : THEMES) {
            HttpResponse<String> chart = get("/charts/" + role + "/" + question + ".svg?theme=" + theme + parameters);
            assertThat(chart.statusCode()).isEqualTo(200);
            charts.add(chart.body());
        }
        return charts;
    }

    private static void page(String name, List<String> charts) throws IOException {
        Files.writeString(folder.resolve(name + ".html"),
                "<!doctype html><meta charset=\"utf-8\"><title>Charts</title><body>"
                        + String.join("\n", charts) + LOOKING);
    }

    /** The quiz with labels of awkward kinds. */
    private static Quiz reworded(Quiz quiz) {
        return new Quiz(quiz.version() + 1, quiz.backgrounds(), quiz.roles(), quiz.questions().stream().map(
                question -> new Quiz.Question(question.key(), AWKWARD.get(quiz.questions().indexOf(question)), question
                        .heading(), question.lead(), question.highlight(), question.multiple(),
                        answers(question, quiz.questions().indexOf(
                                question))))
                .toList());
    }

    private static List<Quiz.Answer> answers(Quiz.Question question, int shift) {
        return IntStream.range(0, question.answers().size()).mapToObj(i -> new Quiz.Answer(question.answers().get(i)
                .key(), AWKWARD.get((i + shift * 3) % AWKWARD.size()), false)).toList();
    }
}
