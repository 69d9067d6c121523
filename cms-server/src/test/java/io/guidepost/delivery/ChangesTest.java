package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of the differences between editions; the server begins with two releases and two snapshots with the same figures. */
class ChangesTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String QUESTION = """
            query($since: ID, $first: Int, $after: String, $edition: ID) {
              changes(since: $since, first: $first, after: $after, edition: $edition) {
                edition totalCount
                nodes { kind type id slug previousSlug role everyPage pages { slug } roleGuide { title } faq { question } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    @Autowired
    private FakeLiveSites sites;
    @Autowired
    private FakeSnapshots snapshots;

    @Test
    void without_an_edition_to_start_from_all_that_is_live_was_published() {
        JsonNode changes = changes(Map.of());

        assertThat(changes.get("edition").asString()).isEqualTo("2.2");
        assertThat(changes.get("totalCount").asInt()).isEqualTo(sites.latest().documents().size());
        assertThat(changes.get("nodes").valueStream().map(node -> node.get("kind").asString())).containsOnly(
                "PUBLISHED");
        assertThat(changes.get("nodes").valueStream().map(node -> node.get("type").asString() + node.get("id")
                .asString())).isSorted();
    }

    @Test
    void a_guide_that_went_live_again_is_one_change_with_its_new_content() {
        JsonNode changes = changes(Map.of("since", "1.2"));

        assertThat(changes.get("totalCount").asInt()).isEqualTo(1);
        assertThat(changes.at("/nodes/0").toString()).isEqualTo(
                """
                        {"kind":"UPDATED","type":"RoleGuide","id":"guide-ai-specialist","slug":"ai-specialist","previousSlug":null,\
                        "role":null,"everyPage":false,"pages":[{"slug":"ai-specialist"}],\
                        "roleGuide":{"title":"A new title for the guide"},"faq":null}""");
    }

    @Test
    void nothing_is_different_in_the_edition_itself() {
        JsonNode changes = changes(Map.of("since", "2.2"));

        assertThat(changes.get("totalCount").asInt()).isZero();
        assertThat(changes.at("/pageInfo/endCursor").isNull()).isTrue();
    }

    @Test
    void snapshots_with_the_same_figures_are_no_change() {
        assertThat(changes(Map.of("since", "2.1")).get("totalCount").asInt()).isZero();
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void other_figures_of_a_role_change_the_guides_that_show_them() {
        snapshots.take(40);

        JsonNode changes = changes(Map.of("since", "2.2"));

        assertThat(changes.get("edition").asString()).isEqualTo("2.3");
        assertThat(changes.get("nodes")).singleElement().satisfies(change -> {
            assertThat(change.get("kind").asString()).isEqualTo("STATISTICS");
            assertThat(change.get("role").asString()).isEqualTo("ai-specialist");
            assertThat(change.get("everyPage").asBoolean()).isFalse();
            assertThat(slugs(change.get("pages"))).contains("ai-specialist").doesNotContain("ux-designer");
        });
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_source_changes_the_guides_that_cite_it_themselves_or_in_an_answer() {
        String source = source("guide-ai-specialist");
        edit("faq-data-analyst-need-a-degree", "answer", "Read it all [@" + source + "].");
        edit(sites.latest().bySlug("Source", source).orElseThrow().id(), "title", "Another title");

        JsonNode changes = changes(Map.of("since", "3.2"));

        assertThat(slugs(changes.at("/nodes/0/pages"))).contains("ai-specialist", "data-analyst").isSorted();
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void what_the_settings_of_the_site_show_is_on_every_page() {
        edit("site-settings", "tagline", "A tagline that is new");

        JsonNode change = changes(Map.of("since", "2.2")).at("/nodes/0");

        assertThat(change.get("type").asString()).isEqualTo("SiteSettings");
        assertThat(change.get("everyPage").asBoolean()).isTrue();
        assertThat(change.get("pages")).isEmpty();
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void what_is_shown_nowhere_makes_no_page_stale() {
        edit("search-synonyms", "name", "Other synonyms");

        JsonNode change = changes(Map.of("since", "2.2")).at("/nodes/0");

        assertThat(change.get("type").asString()).isEqualTo("SearchSynonyms");
        assertThat(change.get("everyPage").asBoolean()).isFalse();
        assertThat(change.get("pages")).isEmpty();
        sites.withdraw(NOW, sites.latest().byId("search-synonyms").orElseThrow());
        assertThat(changes(Map.of("since", "3.2")).at("/nodes/0/everyPage").asBoolean()).isFalse();
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_withdrawn_document_is_told_by_the_slug_that_it_had_and_one_that_came_and_went_not_at_all() {
        LiveDocument guide = sites.latest().byId("guide-researcher").orElseThrow();
        publish("guide-passing", "passing-fancy", content(guide));
        sites.withdraw(NOW, guide);
        sites.withdraw(NOW, sites.latest().byId("guide-passing").orElseThrow());

        JsonNode changes = changes(Map.of("since", "2.2"));

        assertThat(changes.get("nodes")).singleElement().satisfies(change -> {
            assertThat(change.get("kind").asString()).isEqualTo("WITHDRAWN");
            assertThat(change.get("slug").asString()).isEqualTo("researcher");
            assertThat(change.get("roleGuide").isNull()).isTrue();
            assertThat(change.get("pages")).isEmpty();
        });
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void a_document_with_another_slug_is_told_with_the_one_that_it_had() {
        publish("guide-researcher", "scholar", content(sites.latest().byId("guide-researcher").orElseThrow()));

        JsonNode change = changes(Map.of("since", "2.2")).at("/nodes/0");

        assertThat(change.get("kind").asString()).isEqualTo("UPDATED");
        assertThat(change.get("slug").asString()).isEqualTo("scholar");
        assertThat(change.get("previousSlug").asString()).isEqualTo("researcher");
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void pages_belong_together_whatever_is_released_meanwhile() {
        JsonNode first = changes(Map.of("since", "0.2", "first", 30));
        List<String> ids = new ArrayList<>(ids(first));
        sites.withdraw(NOW, sites.latest().byId("guide-researcher").orElseThrow());

        Map<String, Object> variables = new HashMap<>(Map.of("since", "0.2", "first", 30));
        JsonNode page = first;
        while (page.at("/pageInfo/hasNextPage").asBoolean()) {
            variables.put("after", page.at("/pageInfo/endCursor").asString());
            page = changes(variables);
            assertThat(page.get("edition").asString()).isEqualTo("2.2");
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
            ids.addAll(ids(page));
        }

        assertThat(ids).hasSize(first.get("totalCount").asInt()).doesNotHaveDuplicates().contains("guide-researcher");
    }

    @ParameterizedTest
    @CsvSource({"99.2, 'There is no release 99; the newest is 2.'",
        "1.9, 'There is no statistics snapshot 9; the newest is 2.'",
        "1, '`since` is an edition by release and snapshot, `7.3`, as `changes` names it; this has no snapshot: `1`'",
        "yesterday, 'An edition is named by its release, `7`, or by release and snapshot, `7.3`; this is neither: `yesterday`'"})
    void an_edition_to_start_from_that_there_is_not_is_refused(String since, String message) {
        assertThat(refusal(Map.of("since", since))).isEqualTo(message);
    }

    @Test
    void an_edition_to_start_from_that_is_later_than_the_one_that_is_read_is_refused() {
        assertThat(refusal(Map.of("since", "2.2", "edition", "1.2"))).isEqualTo(
                "`since` is an earlier edition than the one that is read; 2.2 is later than 1.2.");
    }

    @Test
    void a_cursor_of_another_question_or_of_none_is_refused() {
        String cursor = changes(Map.of("first", 5)).at("/pageInfo/endCursor").asString();

        assertThat(refusal(Map.of("after", cursor, "since", "1.2")))
                .startsWith("`after` is a cursor of another question");
        assertThat(refusal(Map.of("after", cursor, "edition", "1.2"))).startsWith(
                "`after` is a cursor of another question");
        assertThat(refusal(Map.of("after", "nonsense"))).isEqualTo(
                "`after` must be a cursor of changes; this is none: `nonsense`");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "101"})
    void a_page_has_1_to_100_changes(int first) {
        assertThat(refusal(Map.of("first", first))).isEqualTo("`first` is a number from 1 to 100, not " + first + ".");
    }

    @Test
    void an_edition_tells_what_it_holds() {
        JsonNode documents = data(post("{ edition(edition: \"1.1\") { documents { type count } } }"))
                .at("/edition/documents");

        assertThat(documents.valueStream().map(each -> each.get("type").asString())).containsExactly("Faq",
                "RoadmapPhase", "RoleGuide", "SearchSynonyms", "SiteSettings", "Source");
        assertThat(documents.valueStream().mapToInt(each -> each.get("count").asInt()).sum())
                .isEqualTo(sites.at(1).documents().size());
    }

    private JsonNode changes(Map<String, ?> variables) {
        return data(post(QUESTION, variables)).get("changes");
    }

    private String refusal(Map<String, ?> variables) {
        MvcTestResult answer = post(QUESTION, variables);
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
        return body(answer).at("/errors/0/message").asString();
    }

    private static List<String> ids(JsonNode changes) {
        return changes.get("nodes").valueStream().map(node -> node.get("id").asString()).toList();
    }

    private static List<String> slugs(JsonNode documents) {
        return documents.valueStream().map(each -> each.get("slug").asString()).toList();
    }

    private String source(String guide) {
        String id = content(sites.latest().byId(guide).orElseThrow()).at("/outlook/source").asString();
        return sites.latest().byId(id).orElseThrow().slug();
    }

    private void edit(String id, String field, String value) {
        LiveDocument document = sites.latest().byId(id).orElseThrow();
        publish(id, document.slug(), content(document).put(field, value));
    }

    private ObjectNode content(LiveDocument document) {
        return sites.load(List.of(document.publication())).get(document.publication()).deepCopy();
    }

    private void publish(String id, String slug, ObjectNode content) {
        if (content.has("slug")) {
            content.put("slug", slug);
        }
        String type = sites.latest().byId(id).map(LiveDocument::type).orElse("RoleGuide");
        sites.publish(NOW, List.of(new FakeLiveSites.Published(type, id, slug, content)));
    }
}
