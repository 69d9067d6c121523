package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Figure;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class JsonLdTest extends DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String QUERY = "query($url: Url!) { roleGuide(slug: \"ai-specialist\") { jsonLd(url: $url) } }";

    @Autowired
    private FakeLiveSites sites;

    @Test
    void a_guide_tells_of_its_article_its_occupation_its_questions_and_its_publisher() {
        JsonNode document = json.readTree(structuredData());

        assertThat(document.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(document.get("@graph").valueStream().map(thing -> thing.get("@type").asString()))
                .containsExactly("Article", "Occupation", "FAQPage", "Organization");
        assertThat(document.get("@graph").valueStream().map(thing -> thing.get("@id").asString())).containsExactly(
                "https://guides.example/ai#article", "https://guides.example/ai#occupation",
                "https://guides.example/ai#faq", "https://guides.example/#publisher");
    }

    @Test
    void the_article_says_when_it_went_live_and_what_it_rests_on() {
        JsonNode article = thing("Article");

        assertThat(article.get("headline").asString()).isEqualTo("A new title for the guide");
        assertThat(article.get("mainEntityOfPage").asString()).isEqualTo("https://guides.example/ai");
        assertThat(article.get("datePublished").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(article.get("dateModified").asString()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(article.at("/about/@id").asString()).isEqualTo("https://guides.example/ai#occupation");
        assertThat(article.at("/publisher/@id").asString()).isEqualTo(thing("Organization").get("@id").asString());
        assertThat(article.at("/citation/0/url").asString()).startsWith("https://");
    }

    @Test
    void the_occupation_has_its_skills_and_a_salary_for_each_band() {
        JsonNode occupation = thing("Occupation");

        assertThat(occupation.get("name").asString()).isEqualTo("AI specialist");
        assertThat(occupation.get("skills").size()).isGreaterThanOrEqualTo(3);
        assertThat(occupation.get("responsibilities").get(0).asString()).isEqualTo("Designing and training models");
        assertThat(occupation.at("/estimatedSalary/0").toString())
                .isEqualTo("{\"@type\":[\"MonetaryAmountDistribution\","
                        + "\"MonetaryAmount\"],\"name\":\"Entry level\",\"currency\":\"USD\",\"duration\":\"P1Y\","
                        + "\"minValue\":80000,\"maxValue\":120000}");
        assertThat(occupation.at("/estimatedSalary/2").has("maxValue")).as("nobody says where the last band ends")
                .isFalse();
    }

    @Test
    void a_question_comes_with_its_answer_and_its_figures_as_html() {
        answer("It pays: {{percent priority/earn-more for ai-specialist}} say so & are <b>glad</b>.");

        assertThat(thing("FAQPage").at("/mainEntity/0/acceptedAnswer/text").asString()).startsWith("<p>It pays: <data")
                .contains("&amp; are &lt;b&gt;glad&lt;/b&gt;");
    }

    @Test
    void a_question_whose_figures_are_suppressed_is_left_out() {
        int before = thing("FAQPage").get("mainEntity").size();

        answer("It pays: {{percent priority/earn-more for nobody-explores-this}} say so.");

        assertThat(thing("FAQPage").get("mainEntity").size()).isEqualTo(before - 1);
        assertThat(structuredData()).doesNotContain("It pays", Figure.TOO_FEW);
    }

    @Test
    void nothing_in_it_ends_a_script() {
        edit(guide(), guide -> guide.put("title", "</script><script>alert(1)</script><!-- & \u2028"));

        assertThat(structuredData()).doesNotContain("<", ">", "&", "\u2028");
        assertThat(thing("Article").get("headline").asString())
                .isEqualTo("</script><script>alert(1)</script><!-- & \u2028");
    }

    @Test
    void what_it_tells_of_is_read_in_one_batch_after_the_guide() {
        int before = sites.loads();

        structuredData();

        assertThat(sites.loads() - before).isEqualTo(2);
    }

    @Test
    void it_lacks_a_publisher_where_the_site_has_no_settings() {
        sites.withdraw(NOW, sites.latest().ofType("SiteSettings").values().iterator().next());

        assertThat(thing("Article").has("publisher")).isFalse();
        assertThat(json.readTree(structuredData()).get("@graph").size()).isEqualTo(3);
    }

    @Test
    void it_counts_as_no_fewer_values_than_it_holds(@Autowired GraphQlSource source) {
        Object weight = source.schema().getObjectType("RoleGuide").getField("jsonLd").getAppliedDirective("cost")
                .getArgument("weight").getValue();

        String query = "{ roleGuides { nodes { jsonLd(url: \"https://guides.example/ai\") } } }";
        assertThat(data(post(query)).at("/roleGuides/nodes").valueStream()
                .map(guide -> values(json.readTree(guide.get("jsonLd").asString()))))
                .hasSize(6).allSatisfy(values -> assertThat(values).isBetween(50, (Integer) weight));
    }

    @Test
    void it_is_refused_many_times_over_where_it_is_given_once() {
        String once = "a: jsonLd(url: \"https://guides.example/ai\")";

        assertThat(post("{ roleGuides(first: 100) { nodes { " + once + " } } }")).hasStatus(200);
        MvcTestResult refused = post(
                "{ roleGuides(first: 100) { nodes { " + once + once.replace("a:", " b:") + " } } }");
        assertThat(refused).hasStatus(400);
        assertThat(body(refused).at("/errors/0/message").asString()).contains("complexity");
    }

    private static int values(JsonNode node) {
        return node.isContainer() ? node.valueStream().mapToInt(JsonLdTest::values).sum() : 1;
    }

    private LiveDocument guide() {
        return sites.latest().bySlug("RoleGuide", "ai-specialist").orElseThrow();
    }

    /** Gives the guide's first question another answer. */
    private void answer(String markdown) {
        String first = content(guide()).at("/faqs/0").asString();
        edit(sites.latest().byId(first).orElseThrow(), faq -> faq.put("answer", markdown));
    }

    private void edit(LiveDocument document, UnaryOperator<ObjectNode> change) {
        sites.publish(NOW, List.of(new FakeLiveSites.Published(document.type(), document.id(), document.slug(),
                change.apply(content(document).deepCopy()))));
    }

    private ObjectNode content(LiveDocument document) {
        return sites.load(List.of(document.publication())).get(document.publication());
    }

    private JsonNode thing(String type) {
        return json.readTree(structuredData()).get("@graph").valueStream()
                .filter(thing -> thing.get("@type").asString().equals(type)).findFirst().orElseThrow();
    }

    private String structuredData() {
        return data(post(QUERY, Map.of("url", "https://guides.example/ai#top"))).at("/roleGuide/jsonLd").asString();
    }
}
