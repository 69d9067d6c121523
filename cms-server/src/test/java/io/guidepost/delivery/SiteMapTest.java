package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SiteMapTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @Autowired
    private FakeLiveSites sites;

    @Test
    void every_guide_has_a_page() {
        String query = "query($after: String) { siteMap(first: 4, after: $after) { totalCount nodes { type slug"
                + " locale lastModified } pageInfo { hasNextPage endCursor } } }";

        JsonNode first = data(post(query)).get("siteMap");
        JsonNode second = data(post(query, Map.of("after", first.at("/pageInfo/endCursor").asString()))).get("siteMap");

        assertThat(first.get("totalCount").asInt()).isEqualTo(6);
        assertThat(first.get("nodes").get(0).toString()).isEqualTo("{\"type\":\"RoleGuide\",\"slug\":\"ai-specialist\","
                + "\"locale\":\"en\",\"lastModified\":\"2026-04-01T00:00:00Z\"}");
        assertThat(first.get("nodes").size() + second.get("nodes").size()).isEqualTo(6);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void a_page_was_modified_when_anything_that_it_shows_went_live() {
        publish("Source", "a-source", 1);
        publish("Faq", "a-question", 0, new Target("Source", "a-source", true));
        publish("RoleGuide", "ux-designer", 0, new Target("Faq", id("Faq", "a-question"), false));
        assertThat(lastModified("ux-designer")).isEqualTo("2026-05-01T01:00:00Z");

        publish("Source", "a-source", 2);
        assertThat(lastModified("ux-designer")).isEqualTo("2026-05-01T02:00:00Z");
        assertThat(lastModified("researcher")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void one_query_tells_which_pages_there_are_and_where_former_ones_lead() throws IOException {
        sites.withdraw(NOW, sites.latest().bySlug("RoleGuide", "researcher").orElseThrow());

        JsonNode routes = data(post(exampleQuery("site-routes")));

        assertThat(routes.at("/siteMap/nodes").size()).isEqualTo(5);
        assertThat(routes.at("/redirects/nodes/0/from").asString()).isEqualTo("researcher");
    }

    private String lastModified(String slug) {
        for (JsonNode page : data(post("{ siteMap { nodes { slug lastModified } } }")).at("/siteMap/nodes")) {
            if (page.get("slug").asString().equals(slug)) {
                return page.get("lastModified").asString();
            }
        }
        throw new AssertionError("No page of " + slug);
    }

    private void publish(String type, String slug, int hours, Target... references) {
        sites.publish(NOW.plus(Duration.ofHours(hours)), List.of(new FakeLiveSites.Published(type, id(type, slug), slug,
                slug, json.createObjectNode().put("slug", slug), List.of(references))));
    }

    private String id(String type, String slug) {
        return sites.latest().bySlug(type, slug).map(LiveDocument::id).orElse("the-" + slug);
    }
}
