package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConnectionTest extends DeliveryTest {

    private static final String PAGE = """
            query($after: String) {
              roleGuides(first: 4, after: $after) {
                totalCount
                edges { cursor node { slug } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    @Test
    void pages_follow_one_another_in_the_order_of_the_slugs() {
        List<String> slugs = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        JsonNode page = data(post(PAGE, variables)).get("roleGuides");
        page.get("edges").forEach(edge -> slugs.add(edge.at("/node/slug").asString()));
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();

        variables.put("after", page.at("/pageInfo/endCursor").asString());
        page = data(post(PAGE, variables)).get("roleGuides");
        page.get("edges").forEach(edge -> slugs.add(edge.at("/node/slug").asString()));

        assertThat(slugs).hasSize(6).isSorted().doesNotHaveDuplicates();
        assertThat(page.get("totalCount").asInt()).isEqualTo(6);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void lists_are_filtered_by_slugs_and_by_when_they_went_live() {
        assertThat(slugs("slugs: [\"researcher\", \"data-analyst\", \"astronaut\"]"))
                .containsExactly("data-analyst", "researcher");
        assertThat(slugs("publishedSince: \"2026-02-01T00:00:00Z\"")).containsExactly("ai-specialist");
        assertThat(slugs("slugs: []")).isEmpty();
    }

    @Test
    void guides_are_filtered_by_all_of_their_tags() {
        JsonNode guide = data(post("{ roleGuide(slug: \"ai-specialist\") { tags } }")).at("/roleGuide/tags");

        assertThat(slugs("tags: " + guide)).contains("ai-specialist");
        assertThat(slugs("tags: [" + guide.get(0) + ", \"no-such-tag\"]")).isEmpty();
    }

    private List<String> slugs(String filter) {
        List<String> slugs = new ArrayList<>();
        data(post("{ roleGuides(filter: {" + filter + "}) { nodes { slug } } }")).at("/roleGuides/nodes")
                .forEach(node -> slugs.add(node.get("slug").asString()));
        return slugs;
    }
}
