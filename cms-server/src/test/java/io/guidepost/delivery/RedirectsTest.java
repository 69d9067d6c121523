package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RedirectsTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String ALL = "{ redirects { totalCount nodes { type from to } } }";

    @Autowired
    private FakeLiveSites sites;

    @Test
    void renamed_and_withdrawn_documents_are_told_of_in_the_edition_that_is_read() {
        rename("ux-designer", "product-designer");
        rename("product-designer", "interface-designer");
        sites.withdraw(NOW, guide("researcher"));

        JsonNode redirects = data(post(ALL)).get("redirects");
        assertThat(redirects.get("totalCount").asInt()).isEqualTo(3);
        assertThat(redirects.get("nodes").toString())
                .isEqualTo("[{\"type\":\"RoleGuide\",\"from\":\"product-designer\","
                        + "\"to\":\"interface-designer\"},{\"type\":\"RoleGuide\",\"from\":\"researcher\",\"to\":null},"
                        + "{\"type\":\"RoleGuide\",\"from\":\"ux-designer\",\"to\":\"interface-designer\"}]");
        assertThat(data(post("{ redirects(edition: \"3\") { nodes { from to } } }")).toString())
                .isEqualTo("{\"redirects\":{\"nodes\":[{\"from\":\"ux-designer\",\"to\":\"product-designer\"}]}}");
        assertThat(data(post("{ roleGuide(slug: \"ux-designer\") { slug } }")).get("roleGuide").isNull()).isTrue();
    }

    @Test
    void redirects_come_in_pages() {
        for (int i = 0; i < 5; i++) {
            rename(i == 0 ? "ux-designer" : "name-" + i, "name-" + (i + 1));
        }
        String page = "query($after: String) { redirects(first: 3, after: $after) { totalCount nodes { from to }"
                + " pageInfo { hasNextPage endCursor } } }";

        JsonNode first = data(post(page)).get("redirects");
        JsonNode second = data(post(page, Map.of("after", first.at("/pageInfo/endCursor").asString())))
                .get("redirects");

        assertThat(first.get("nodes").findValuesAsString("from")).containsExactly("name-1", "name-2", "name-3");
        assertThat(second.get("nodes").findValuesAsString("from")).containsExactly("name-4", "ux-designer");
        assertThat(second.get("nodes").findValuesAsString("to")).containsOnly("name-5");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void what_has_no_slug_of_its_own_has_no_redirect() {
        sites.withdraw(NOW, sites.latest().ofType("SiteSettings").values().iterator().next());

        assertThat(data(post(ALL)).at("/redirects/totalCount").asInt()).isZero();
    }

    private void rename(String from, String to) {
        LiveDocument guide = guide(from);
        ObjectNode content = sites.load(List.of(guide.publication())).get(guide.publication()).deepCopy();
        sites.publish(NOW, List.of(new FakeLiveSites.Published("RoleGuide", guide.id(), to, content.put("slug", to))));
    }

    private LiveDocument guide(String slug) {
        return sites.latest().bySlug("RoleGuide", slug).orElseThrow();
    }
}
