package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of a site with some hundred guides beside the seed content. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ListsTest extends DeliveryTest {

    private static final int MADE = 230;
    private static final int ALL = MADE + 6;
    private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");

    private static final String PAGE = """
            query($after: String, $sort: DocumentSort, $filter: RoleGuideFilter) {
              roleGuides(first: 7, after: $after, sort: $sort, filter: $filter) {
                totalCount
                edges { cursor node { slug role publishedAt } }
                pageInfo { hasNextPage hasPreviousPage endCursor }
              }
            }""";

    @Autowired
    private FakeLiveSites sites;
    @Autowired
    private FakeSnapshots snapshots;

    @BeforeEach
    void makeGuides() {
        for (int hour = 0; hour < 10; hour++) {
            int first = hour * MADE / 10;
            sites.publish(THEN.plus(Duration.ofHours(hour)),
                    IntStream.range(first, first + MADE / 10).mapToObj(ListsTest::guide).toList());
        }
    }

    /** Every third has the tag `third`, every fifth the tag `fifth`; one in eleven shares its title with others, one in two has a figure. */
    private static FakeLiveSites.Published guide(int number) {
        List<String> tags = new ArrayList<>(List.of("made"));
        if (number % 3 == 0) {
            tags.add("third");
        }
        if (number % 5 == 0) {
            tags.add("fifth");
        }
        return guide(number, tags);
    }

    private static FakeLiveSites.Published guide(int number, List<String> tags) {
        String slug = "made-%03d".formatted(number * 37 % MADE);
        String role = number % 11 == 0 ? "Same" : (number % 2 == 0 ? "Élan " : "elan ") + number * 53 % MADE;
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("slug", slug)
                .put("role", role)
                .put("title", role)
                .put("quizRole", "role-" + number % 4)
                .put("basis", number % 2 == 0 ? "Of {{respondents}} people" : "Of many people");
        tags.forEach(content.putArray("tags")::add);
        return new FakeLiveSites.Published("RoleGuide", "made-guide-" + number, slug, role, content, List.of());
    }

    @Test
    void guides_are_filtered_by_all_that_is_asked_for_together() {
        assertThat(slugs("tags: [\"third\"]")).hasSize(77);
        assertThat(slugs("tags: [\"third\", \"fifth\"]")).hasSize(16).contains("made-000").isSorted();
        assertThat(slugs("tags: []")).hasSize(100);
        assertThat(slugs("tags: [\"third\", \"nowhere\"]")).isEmpty();
        assertThat(slugs("quizRole: \"role-2\"")).hasSize(57).doesNotContain("made-000");
        assertThat(slugs("quizRole: \"role-0\", tags: [\"third\", \"fifth\"]")).hasSize(4);
        assertThat(slugs("tags: [\"made\"], hasFigure: false")).hasSize(100);
        assertThat(slugs("hasFigure: false, slugs: [\"made-000\", \"made-037\", \"ai-specialist\"]"))
                .containsExactly("made-037");
        assertThat(slugs("tags: [\"third\"], publishedSince: \"2026-05-01T09:00:00Z\"")).hasSize(8);
    }

    @Test
    void guides_are_found_by_a_background_that_enough_of_their_people_have() {
        assertThat(slugs("quizBackground: \"career-changer\"")).containsExactly("ai-specialist");
        assertThat(slugs("quizBackground: \"career-changer\", tags: [\"third\"]")).isEmpty();
        assertThat(slugs("quizBackground: \"student\"")).as("nobody has it").isEmpty();

        snapshots.take(30);
        assertThat(slugs("quizBackground: \"career-changer\"")).as("too few to be shown").isEmpty();
        snapshots.take(33);
        assertThat(slugs("quizBackground: \"career-changer\"")).containsExactly("ai-specialist");
    }

    @Test
    void a_filter_reads_the_content_of_what_has_changed_since_it_was_last_used() {
        String tagged = "tags: [\"third\", \"fifth\"]";
        assertThat(slugs(tagged)).contains("made-000");
        int before = sites.documentsRead();

        assertThat(totalCount(tagged)).isEqualTo(16);
        assertThat(sites.documentsRead() - before).as("the only one on the page").isEqualTo(1);

        sites.publish(THEN.plus(Duration.ofDays(1)),
                List.of(guide(0, List.of("third")), guide(1, List.of("third", "fifth"))));
        assertThat(totalCount(tagged)).isEqualTo(16);
        assertThat(sites.documentsRead() - before).as("the two that have changed, and one on the page").isEqualTo(4);
        assertThat(slugs(tagged)).contains("made-037").doesNotContain("made-000");
    }

    @Test
    void a_filter_forgets_what_is_withdrawn_and_follows_a_slug_to_its_new_document() {
        assertThat(slugs("tags: [\"third\", \"fifth\"]")).contains("made-000");
        LiveDocument first = sites.latest().bySlug("RoleGuide", "made-000").orElseThrow();

        sites.withdraw(THEN.plus(Duration.ofDays(1)), first);

        assertThat(slugs("tags: [\"third\", \"fifth\"]")).hasSize(15).doesNotContain("made-000");
        assertThat(slugs("tags: [\"third\", \"fifth\"]", 12)).as("an edition from before").hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLUG", "TITLE", "NEWEST"})
    void pages_follow_one_another_without_gaps_in_every_order(String sort) {
        List<JsonNode> nodes = all(sort, Map.of());

        assertThat(nodes.stream().map(node -> node.get("slug").asString())).hasSize(ALL).doesNotHaveDuplicates();
        for (int i = 1; i < nodes.size(); i++) {
            assertThat(key(sort, nodes.get(i - 1))).isLessThan(key(sort, nodes.get(i)));
        }
    }

    /** Texts that are in the order of the nodes. */
    private static String key(String sort, JsonNode node) {
        String slug = node.get("slug").asString();
        return switch (sort) {
            case "TITLE" -> node.get("role").asString().toLowerCase(Locale.ROOT).replace('é', 'e') + " \0" + slug;
            case "NEWEST" ->
                (Long.MAX_VALUE - Instant.parse(node.get("publishedAt").asString()).getEpochSecond()) + slug;
            default -> slug;
        };
    }

    @Test
    void a_filtered_list_is_sorted_as_well() {
        List<JsonNode> nodes = all("TITLE", Map.of("tags", List.of("third", "fifth")));

        assertThat(nodes).hasSize(16)
                .isSortedAccordingTo((one, other) -> key("TITLE", one).compareTo(key("TITLE", other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLUG", "TITLE", "NEWEST"})
    void a_page_goes_on_where_the_last_one_ended_though_its_last_document_is_gone(String sort) {
        JsonNode first = page(sort, Map.of(), null);
        List<JsonNode> all = all(sort, Map.of());
        String last = first.at("/edges/6/node/slug").asString();

        sites.withdraw(THEN.plus(Duration.ofDays(1)), sites.latest().bySlug("RoleGuide", last).orElseThrow());

        JsonNode second = page(sort, Map.of(), first.at("/pageInfo/endCursor").asString());
        assertThat(second.get("totalCount").asInt()).isEqualTo(ALL - 1);
        assertThat(second.at("/edges/0/node")).isEqualTo(all.get(7));
        assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void a_cursor_of_another_list_or_another_order_is_refused() {
        String cursor = page("NEWEST", Map.of(), null).at("/pageInfo/endCursor").asString();

        assertThat(refusal("{ roleGuides(sort: TITLE, after: \"" + cursor + "\") { totalCount } }"))
                .isEqualTo("`after` must be a cursor of this list in the order that is asked for, TITLE; this one is of"
                        + " the order `NEWEST`");
        assertThat(refusal("{ faqs(sort: NEWEST, after: \"" + cursor + "\") { totalCount } }"))
                .startsWith("`after` must be a cursor of this list; this one is of another: ");
        assertThat(refusal("{ faqs(after: \"nonsense\") { totalCount } }"))
                .startsWith("`after` must be a cursor of this list; this is none: ");
    }

    private String refusal(String query) {
        return body(post(query)).at("/errors/0/message").asString();
    }

    private List<JsonNode> all(String sort, Map<String, ?> filter) {
        List<JsonNode> nodes = new ArrayList<>();
        String after = null;
        JsonNode page;
        do {
            page = page(sort, filter, after);
            page.get("edges").forEach(edge -> nodes.add(edge.get("node")));
            after = page.at("/pageInfo/endCursor").asString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(page.get("totalCount").asInt()).isEqualTo(nodes.size());
        return nodes;
    }

    private JsonNode page(String sort, Map<String, ?> filter, String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("sort", sort, "filter", filter));
        variables.put("after", after);
        return data(post(PAGE, variables)).get("roleGuides");
    }

    private int totalCount(String filter) {
        return data(post("{ roleGuides(first: 1, filter: {" + filter + "}) { totalCount } }"))
                .at("/roleGuides/totalCount")
                .asInt();
    }

    private List<String> slugs(String filter) {
        return slugs(filter, sites.latest().release());
    }

    private List<String> slugs(String filter, int release) {
        List<String> slugs = new ArrayList<>();
        data(post("{ roleGuides(first: 100, filter: {" + filter + "}, edition: " + release + ") { nodes { slug } } }"))
                .at("/roleGuides/nodes").forEach(node -> slugs.add(node.get("slug").asString()));
        return slugs;
    }
}
