package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.Target;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A change that is shown on more pages than anybody could tell before. */
@TestPropertySource(properties = "guidepost.delivery.max-complexity=150")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class AnswerSizeTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final int GUIDES = 60;

    @BeforeEach
    void publish_a_source_that_many_guides_cite(@Autowired FakeLiveSites sites) {
        FakeLiveSites.Published source = document("Source", "a-source");
        sites.publish(NOW, List.of(source));
        sites.publish(NOW, IntStream.range(0, GUIDES).mapToObj(number -> document("RoleGuide", "a-guide-" + number,
                new Target("Source", "a-source", true))).toList());
        sites.publish(NOW, List.of(source));
    }

    private FakeLiveSites.Published document(String type, String slug, Target... references) {
        return new FakeLiveSites.Published(type, "the-" + slug, slug, slug,
                json.createObjectNode().put("slug", slug), List.of(references));
    }

    @Test
    void all_pages_of_a_change_are_told() {
        assertThat(data(post(changes("slug"))).at("/changes/nodes/0/pages")).hasSize(GUIDES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "__schema { queryType { name } }", "roleGuides(first: 1000) { totalCount }"})
    void an_answer_that_turns_out_to_be_too_long_is_refused_whoever_runs_it(String more) {
        MvcTestResult answer = post(changes("type id slug").replaceFirst("\\{", "{ " + more));

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).has("data")).isFalse();
        assertThat(body(answer).at("/errors/0/message").asString()).isEqualTo("The answer is too long: it has more"
                + " than 150 values, the most that is answered at once. Ask for shorter lists or in several requests.");
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void the_lines_of_json_have_no_such_limit() {
        MvcTestResult answer = http.get().uri("/graphql/changes?since=4.2").exchange();

        assertThat(answer).hasStatus(200).bodyText().contains("\"slug\":\"a-guide-" + (GUIDES - 1) + "\"").endsWith(
                "{\"end\":true}\n");
    }

    private static String changes(String fields) {
        return "{ changes(since: \"4.2\", first: 1) { nodes { pages { " + fields + " } } } }";
    }
}
