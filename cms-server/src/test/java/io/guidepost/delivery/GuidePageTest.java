package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.release.FakeLiveSites;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class GuidePageTest extends DeliveryTest {

    @Test
    void one_query_within_the_limits_returns_the_whole_page_of_a_guide() throws IOException {
        JsonNode page = data(post(pageQuery(), Map.of("slug", "ai-specialist")));

        JsonNode guide = page.get("roleGuide");
        assertThat(guide.at("/title").asString()).isEqualTo("A new title for the guide");
        assertThat(guide.at("/tldr/0/html").asString()).isNotBlank();
        assertThat(guide.at("/basis/figures").size()).isPositive();
        assertThat(guide.at("/statistics/highlights/0/answer/display").asString()).isEqualTo("33%");
        assertThat(guide.at("/statistics/byBackground/0/questions/0/answers").size()).isEqualTo(2);
        assertThat(guide.at("/phases/0/unit").asString()).isIn("WEEKS", "MONTHS");
        assertThat(guide.at("/faqs").size()).isGreaterThanOrEqualTo(8);
        assertThat(guide.at("/salary/source/url").asString()).startsWith("https://");
        assertThat(guide.at("/outlook/growthPercent").isNumber()).isTrue();
        assertThat(guide.at("/firstPublishedAt").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(guide.at("/publishedAt").asString()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(page.at("/siteSettings/statistics/countries").asInt()).isEqualTo(136);
    }

    @Test
    void every_guide_of_the_seed_content_is_delivered_whole_but_for_what_the_search_engine_lacks() throws IOException {
        JsonNode slugs = data(post("{ roleGuides { nodes { slug } } }")).at("/roleGuides/nodes");

        assertThat(slugs.size()).isEqualTo(6);
        for (JsonNode guide : slugs) {
            String slug = guide.get("slug").asString();
            if (!slug.equals("researcher")) {
                assertThat(data(post(pageQuery(), Map.of("slug", slug))).at("/roleGuide/slug").asString())
                        .isEqualTo(slug);
            }
        }
    }

    @Test
    void related_careers_say_why_they_are_there_and_that_they_are_degraded() {
        JsonNode related = data(
                post("{ roleGuide(slug: \"ai-specialist\") { alsoConsider { degraded careers { reason guide { role } } } } }"))
                .at("/roleGuide/alsoConsider");

        assertThat(related.toString()).isEqualTo(
                "{\"degraded\":true,\"careers\":[{\"reason\":\"PINNED\",\"guide\":{\"role\":\"data analyst\"}}]}");
    }

    @Test
    void references_are_loaded_in_one_batch_a_level(@Autowired FakeLiveSites sites) {
        int before = sites.loads();

        data(post("{ roleGuides { nodes { faqs { slug question } sources { title } phases { name } } } }"));

        assertThat(sites.loads() - before).isEqualTo(2);
    }

    @Test
    void a_slug_that_is_not_live_is_null() {
        assertThat(data(post("{ roleGuide(slug: \"astronaut\") { title } }")).get("roleGuide").isNull()).isTrue();
    }
}
