package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.statistics.FakeSnapshots;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ChartTest extends DeliveryTest {

    private static final String CHART = "/charts/ai-specialist/priority.svg";

    @Autowired
    private FakeSnapshots snapshots;

    @Autowired
    private Quizzes quizzes;

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String header(MvcTestResult answer, String name) {
        return Objects.requireNonNull(answer.getResponse().getHeader(name), name);
    }

    @Test
    void a_chart_is_an_image_of_the_newest_figures() throws Exception {
        MvcTestResult chart = get(CHART);

        assertThat(chart).hasStatus(200).hasContentType("image/svg+xml").hasHeader("Guidepost-Edition", "2.2")
                .hasHeader("Surrogate-Key", "all statistics:ai-specialist")
                .hasHeader("Cache-Control", "public, max-age=0, s-maxage=60, stale-while-revalidate=600")
                .hasHeader("Vary", "Guidepost-Edition").hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(text(chart)).contains(">AI specialist<", ">Earning more<", ">33% (33)<", "n = 101");
    }

    @Test
    void a_chart_is_of_one_background_where_it_is_asked_for() throws Exception {
        assertThat(text(get(CHART + "?background=career-changer"))).contains(">AI specialist · career changer<",
                ">33% (33)<");
    }

    @Test
    void what_nobody_is_counted_for_has_a_chart_that_says_so() throws Exception {
        for (String address : new String[]{CHART + "?background=student", "/charts/data-analyst/priority.svg",
            "/charts/ai-specialist/strength.svg", CHART + "?edition=1.0"}) {
            MvcTestResult chart = get(address);
            assertThat(chart).as(address).hasStatus(200);
            assertThat(text(chart)).as(address).contains(">Too few answers to show.<").doesNotContain("%");
        }
    }

    @Test
    void whoever_has_the_chart_is_told_so() {
        String tag = header(get(CHART), HttpHeaders.ETAG);
        MvcTestResult again = http.get().uri(CHART).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();

        assertThat(tag).startsWith("\"");
        assertThat(again).hasStatus(304).hasHeader(HttpHeaders.ETAG, tag).hasHeader("Guidepost-Edition", "2.2")
                .hasHeader("Surrogate-Key", "all statistics:ai-specialist");
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(header(get(CHART + "?theme=dark"), HttpHeaders.ETAG)).isNotEqualTo(tag);
    }

    @Test
    void the_headers_alone_are_those_of_the_chart() {
        MvcTestResult chart = get(CHART);
        MvcTestResult head = http.head().uri(CHART).exchange();

        assertThat(head).hasStatus(200).hasHeader(HttpHeaders.ETAG, header(chart, HttpHeaders.ETAG));
        assertThat(header(head, HttpHeaders.CONTENT_LENGTH)).isEqualTo(Integer.toString(chart.getResponse()
                .getContentAsByteArray().length));
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void an_edition_keeps_its_figures() throws Exception {
        var _ = snapshots.take(50);

        assertThat(text(get(CHART))).contains(">50% (50)<");
        for (MvcTestResult pinned : new MvcTestResult[]{get(CHART + "?edition=1.1"),
            http.get().uri(CHART).header("Guidepost-Edition", "1.1").exchange()}) {
            assertThat(pinned).hasHeader("Guidepost-Edition", "1.1").hasHeader("Cache-Control",
                    "public, max-age=86400, immutable");
            assertThat(text(pinned)).contains(">33% (33)<");
        }
        assertThat(get(CHART + "?edition=1")).as("the statistics go on")
                .hasHeader("Guidepost-Edition", "1.3")
                .hasHeader("Cache-Control", "public, max-age=0, s-maxage=60, stale-while-revalidate=600");
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void an_edition_keeps_its_words() throws Exception {
        String pinned = text(get(CHART + "?edition=1.1&background=student"));
        Quiz quiz = quizzes.current();
        quizzes.store(new Quiz(quiz.version() + 1, quiz.backgrounds().stream().map(one -> new Quiz.Background(one.key(),
                "renamed " + one.label())).toList(),
                Stream.concat(quiz.roles().stream().map(one -> new Quiz.Role(one.key(), "renamed " + one.label())),
                        Stream.of(new Quiz.Role("pilot", "pilot"))).toList(),
                quiz.questions()));

        assertThat(text(get(CHART + "?edition=1.1&background=student"))).isEqualTo(pinned)
                .contains(">AI specialist · student<");
        assertThat(text(get("/charts/pilot/priority.svg?edition=1.1"))).as("a role that the quiz did not have then")
                .contains(">pilot<");
    }

    @Test
    void what_there_is_not_is_not_found_with_what_was_meant() {
        MvcTestResult role = get("/charts/ai-specialst/priority.svg");

        assertThat(role).hasStatus(404).hasHeader("Cache-Control", "no-store");
        assertThat(body(role).get("type").asString()).isEqualTo("urn:guidepost:problem:unknown-chart");
        assertThat(body(role).get("detail").asString()).isEqualTo(
                "The quiz has no role “ai-specialst”; did you mean ai-specialist?");
        assertThat(body(get("/charts/ai-specialist/strenght.svg")).get("detail").asString()).isEqualTo(
                "The quiz has no question “strenght”; did you mean strength?");
        assertThat(get("/charts/ai-specialist/priority.png")).hasStatus(404);
    }

    @Test
    void an_edition_that_there_is_not_is_refused() {
        assertThat(get(CHART + "?edition=9.1")).hasStatus(400);
        assertThat(body(get(CHART + "?edition=9.1")).get("detail").asString()).isEqualTo(
                "There is no release 9; the newest is 2.");
        assertThat(get(CHART + "?edition=1.99")).hasStatus(400);
        assertThat(get(CHART + "?edition=newest")).hasStatus(400);
        assertThat(http.get().uri(CHART + "?edition=1.1").header("Guidepost-Edition", "1.2").exchange())
                .hasStatus(400);
    }
}
