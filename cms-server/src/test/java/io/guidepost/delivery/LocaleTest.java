package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "guidepost.site.locale=PT-br")
class LocaleTest extends DeliveryTest {

    @Test
    void the_language_of_a_site_is_said_where_pages_are_made() {
        JsonNode said = data(post("{ siteSettings { locale } siteMap(first: 1) { nodes { locale } }"
                + " roleGuide(slug: \"ai-specialist\") { jsonLd(url: \"https://guides.example/ai\") } }"));

        assertThat(said.at("/siteSettings/locale").asString()).isEqualTo("pt-BR");
        assertThat(said.at("/siteMap/nodes/0/locale").asString()).isEqualTo("pt-BR");
        JsonNode graph = json.readTree(said.at("/roleGuide/jsonLd").asString()).get("@graph");
        assertThat(graph.valueStream().filter(thing -> thing.has("inLanguage")).map(thing -> thing.get("@type")
                .asString() + " " + thing.get("inLanguage").asString())).containsExactly("Article pt-BR",
                        "FAQPage pt-BR");
    }
}
