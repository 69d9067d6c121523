package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class EditionTest extends DeliveryTest {

    private static final String TITLE = "roleGuide(slug: \"ai-specialist\"";

    @Test
    void every_answer_says_which_edition_it_was_read_from() {
        MvcTestResult answer = post("{ __typename }");

        assertThat(answer).hasHeader("Guidepost-Edition", "2.2").hasHeader("Guidepost-As-Of", "2026-04-01T00:00:00Z");
    }

    @Test
    void a_pinned_edition_returns_the_old_text_and_the_old_statistics() {
        MvcTestResult answer = post(
                "{ edition { id } " + TITLE + ", edition: \"1.1\") { title statistics { asOf } } }");

        assertThat(data(answer).at("/edition/id").asString()).isEqualTo("1.1");
        assertThat(data(answer).at("/roleGuide/title").asString()).isNotEqualTo("A new title for the guide");
        assertThat(data(answer).at("/roleGuide/statistics/asOf").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(answer).hasHeader("Guidepost-Edition", "1.1");
    }

    @Test
    @DirtiesContext
    void an_edition_whose_statistics_another_node_has_dropped_is_refused(@Autowired FakeSnapshots snapshots) {
        snapshots.dropElsewhere(1);

        MvcTestResult answer = post("{ " + TITLE + ", edition: \"1.1\") { title statistics { respondents } } }");

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).at("/errors/0/message").asString()).isEqualTo("There is no statistics snapshot 1.");
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void a_release_alone_goes_with_the_newest_statistics() {
        assertThat(data(post("{ edition(edition: 1) { id } }")).at("/edition/id").asString()).isEqualTo("1.2");
    }

    @Test
    void a_header_pins_an_edition_too() {
        MvcTestResult answer = http.post().uri("/graphql").header("Guidepost-Edition", "1.2")
                .contentType(MediaType.APPLICATION_JSON).content("{\"query\": \"{ edition { id } }\"}").exchange();

        assertThat(data(answer).at("/edition/id").asString()).isEqualTo("1.2");
    }

    @Test
    void two_editions_in_one_request_are_refused() {
        MvcTestResult answer = post("{ a: edition(edition: \"1.1\") { id } b: edition(edition: \"2.1\") { id } }");

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).at("/errors/0/message").asString())
                .isEqualTo("One request reads one edition; this one names 2: `1.1`, `2.1`");
    }

    @ParameterizedTest
    @CsvSource({"99, 'There is no release 99; the newest is 2.'",
        "1.7, 'There is no statistics snapshot 7; the newest is 2.'",
        "latest, 'An edition is named by its release, `7`, or by release and snapshot, `7.3`; this is neither: `latest`'",
        "-1, 'An edition is named by its release, `7`, or by release and snapshot, `7.3`; this is neither: `-1`'",
        "99999999999, 'An edition is named by its release, `7`, or by release and snapshot, `7.3`; this is neither: `99999999999`'"})
    void an_edition_that_there_is_not_is_refused(String edition, String message) {
        MvcTestResult answer = post("query($e: ID) { edition(edition: $e) { id } }", Map.of("e", edition));

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).at("/errors/0/message").asString()).isEqualTo(message);
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
    }
}
