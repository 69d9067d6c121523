package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What statistics and figures say of themselves: what they rest on, and how to count them again. */
@DirtiesContext
class FigureFieldsTest extends DeliveryTest {

    private static final String QUERY = """
            { roleGuide(slug: "ai-specialist") {
                statistics {
                  asOf suppressed provenance { snapshot quizVersion filter }
                  countries { country respondents } countryCount
                  alsoExplored { role respondents percent n interval { low high } }
                  highlights { question suppressed n asOf answer { rank n } provenance { snapshot quizVersion filter } }
                  questions { n respondents suppressed answers { answer rank n interval { low high } trend } }
                  byBackground { background label respondents suppressed asOf questions { n }
                    provenance { snapshot quizVersion filter } }
                }
                tldr { figures { token asOf suppressed interval { low high } provenance { snapshot quizVersion filter } } }
              }
              siteSettings { statistics { n suppressed asOf provenance { snapshot quizVersion filter } }
                trust { figures { token provenance { snapshot quizVersion filter } } } } }""";

    @Autowired
    private FakeSnapshots snapshots;

    /** The role's figures are those of before, and all takers are counted anew. */
    @BeforeEach
    void newestSnapshot() {
        snapshots.take(33);
        snapshots.take(32);
        snapshots.take(32);
    }

    @Test
    void figures_say_what_they_rest_on() {
        JsonNode statistics = data(post(QUERY)).at("/roleGuide/statistics");

        assertThat(statistics.at("/questions/0")).isEqualTo(read("""
                {"n": 101, "respondents": 101, "suppressed": false, "answers": [
                  {"answer": "earn-more", "rank": 1, "n": 101, "interval": %s, "trend": null},
                  {"answer": "stable-job", "rank": 2, "n": 101, "interval": %s, "trend": null}]}"""
                .formatted(interval("/roleGuide/statistics/questions/0/answers/0"),
                        interval("/roleGuide/statistics/questions/0/answers/1"))));
        assertThat(statistics.at("/questions/0/answers/0/interval/low").asDouble()).isBetween(23.3, 23.5);
        assertThat(statistics.at("/questions/0/answers/0/interval/high").asDouble()).isBetween(41.2, 41.4);
        assertThat(statistics.at("/highlights/0/n").asInt()).isEqualTo(101);
        assertThat(statistics.at("/highlights/0/suppressed").asBoolean()).isFalse();
        assertThat(statistics.at("/highlights/0/answer/rank").asInt()).isEqualTo(1);
        assertThat(statistics.at("/highlights/0/asOf")).isEqualTo(statistics.get("asOf"));
        assertThat(statistics.at("/byBackground/0/asOf")).isEqualTo(statistics.get("asOf"));
        assertThat(statistics.at("/byBackground/0/respondents").asInt()).isEqualTo(40);
        assertThat(statistics.at("/byBackground/0/label").asString()).isEqualTo("career changer");
        assertThat(statistics.at("/byBackground/0/questions/0/n").asInt()).isEqualTo(101);
    }

    @Test
    void a_highlight_that_too_few_answered_keeps_its_place() {
        JsonNode highlight = data(post(QUERY)).at("/roleGuide/statistics/highlights/1");

        assertThat(highlight.get("question").asString()).isEqualTo("strength");
        assertThat(highlight.get("suppressed").asBoolean()).isTrue();
        assertThat(highlight.get("n").isNull()).isTrue();
        assertThat(highlight.get("answer").isNull()).isTrue();
        assertThat(highlight.get("provenance")).isEqualTo(data(post(QUERY)).at("/roleGuide/statistics/provenance"));
    }

    @Test
    void figures_over_all_takers_say_what_they_rest_on() {
        assertThat(data(post(QUERY)).at("/siteSettings/statistics/n").asInt()).isEqualTo(3000);
    }

    @Test
    void a_role_says_where_its_people_come_from_and_what_else_they_explore() {
        JsonNode statistics = data(post(QUERY)).at("/roleGuide/statistics");

        assertThat(statistics.get("countries")).isEqualTo(read("[{\"country\": \"DE\", \"respondents\": 40}]"));
        assertThat(statistics.get("countryCount").asInt()).isEqualTo(12);
        assertThat(statistics.at("/alsoExplored/0/role").asString()).isEqualTo("data-analyst");
        assertThat(statistics.at("/alsoExplored/0/respondents").asInt()).isEqualTo(20);
        assertThat(statistics.at("/alsoExplored/0/percent").asDouble()).isEqualTo(2000.0 / 101);
        assertThat(statistics.at("/alsoExplored/0/n").asInt()).isEqualTo(101);
        assertThat(statistics.at("/alsoExplored/0/interval/low").asDouble()).isBetween(13.0, 13.5);
        assertThat(statistics.at("/alsoExplored/0/interval/high").asDouble()).isBetween(28.5, 29.0);
    }

    @Test
    void figures_say_which_snapshot_counted_them_and_whose_answers() {
        JsonNode data = data(post(QUERY));
        int newest = snapshots.latest().number();
        JsonNode counted = provenance(newest - 1, "for ai-specialist");

        assertThat(data.at("/roleGuide/statistics/provenance")).isEqualTo(counted);
        assertThat(data.at("/roleGuide/statistics/highlights/0/provenance")).isEqualTo(counted);
        assertThat(data.at("/roleGuide/statistics/byBackground/0/provenance"))
                .isEqualTo(provenance(newest - 1, "of career-changer for ai-specialist"));
        assertThat(data.at("/siteSettings/statistics/provenance")).isEqualTo(provenance(newest, "site"));
        assertThat(data.at("/siteSettings/statistics/suppressed").asBoolean()).isFalse();
        assertThat(data.at("/siteSettings/trust/figures/0/provenance")).isEqualTo(provenance(newest, "site"));
        assertThat(data.at("/roleGuide/tldr").findValues("provenance")).isNotEmpty().containsOnly(counted);
    }

    @Test
    void a_share_in_a_text_has_its_interval() {
        JsonNode share = data(post(QUERY)).at("/roleGuide/tldr").findValues("figures").stream()
                .flatMap(figures -> figures.valueStream())
                .filter(figure -> figure.get("token").asString().equals("percent priority/earn-more")).findFirst()
                .orElseThrow();

        assertThat(share.get("interval")).isEqualTo(read(interval("/roleGuide/statistics/questions/0/answers/0")));
    }

    private String interval(String answer) {
        return data(post(QUERY)).at(answer + "/interval").toString();
    }

    private JsonNode provenance(int snapshot, String filter) {
        return read("{\"snapshot\": %d, \"quizVersion\": 1, \"filter\": \"%s\"}".formatted(snapshot, filter));
    }

    private JsonNode read(String text) {
        return json.readTree(text);
    }
}
