package io.guidepost.delivery;

import static io.guidepost.delivery.FakeSiteSearch.BOTH;
import static io.guidepost.delivery.FakeSiteSearch.SOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.answer.AnswerFilter;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.search.Facets;
import io.guidepost.search.SearchFilter;
import io.guidepost.search.SearchFilter.Pay;
import io.guidepost.search.SearchHit;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.Suggestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What becomes of a search and of suggestions on the way from the engine to those who ask, on a server that keeps answers. */
class SiteSearchTest extends DeliveryTest {

    private static final String PAGE = """
            query ($query: String = "ai", $first: Int, $after: String, $filter: SearchFilter) {
              search(query: $query, first: $first, after: $after, filter: $filter) {
                totalCount
                edges { cursor node { guide { slug } faq { slug } } }
                nodes { guide { slug } faq { slug } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";
    private static final String AGAIN = "{ search(query: \"ai\") { nodes { guide { title } highlights { place } } } }";

    @Autowired
    private FakeSiteSearch engine;
    @Autowired
    private FakeLiveSites sites;

    @BeforeEach
    void keepAnswers(@Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        http = MockMvcTester.from(context, builder -> builder.addFilters(filter).build());
        engine.find(SOME);
        engine.suggest(BOTH);
    }

    @Test
    void hits_come_with_their_documents_and_where_the_words_stand() throws IOException {
        JsonNode found = data(post(exampleQuery("site-search"), Map.of("query", "specialist"))).get("search");

        assertThat(found.get("totalCount").asInt()).isEqualTo(2);
        assertThat(found.at("/nodes/0/guide/role").asString()).isEqualTo("AI specialist");
        assertThat(found.at("/nodes/0/faq").isNull()).isTrue();
        assertThat(found.at("/nodes/0/highlights")).isEqualTo(json.readTree(
                """
                        [{"place": "TITLE", "parts": [{"text": "AI ", "hit": false}, {"text": "specialist", "hit": true}]},
                         {"place": "TEXT", "parts": [{"text": "Specialists", "hit": true}, {"text": " know", "hit": false}]}]"""));
        assertThat(found.at("/nodes/1/guide").isNull()).isTrue();
        assertThat(found.at("/nodes/1/faq/slug").asString()).isEqualTo("ai-specialist-need-a-degree");
        assertThat(found.at("/nodes/1/highlights")).isEmpty();
        assertThat(found.get("facets")).isEqualTo(json.readTree("""
                {"types": [{"type": "RoleGuide", "count": 1}, {"type": "Faq", "count": 1}],
                 "skills": [{"skill": "Python", "count": 1}],
                 "pay": [{"currency": "USD", "atLeast": 50000, "below": 100000, "count": 1}],
                 "months": [{"from": 7, "to": 12, "count": 1}, {"from": 25, "to": null, "count": 0}]}"""));
        assertThat(found.get("didYouMean").isNull()).isTrue();
        assertThat(found.get("cut").asBoolean()).isFalse();
        assertThat(found.get("degraded").asBoolean()).isFalse();
        assertThat(engine.asked()).containsExactly(new SiteQuery("specialist", SearchFilter.NONE, 0, 10));
    }

    @Test
    void a_guide_that_was_found_says_what_it_says_elsewhere() {
        String fields = "{ title tldr { html figures { text n asOf } } statistics { respondents } faqs { answer { html } } }";

        JsonNode data = data(post("{ search(query: \"ai\") { nodes { guide " + fields + " } }"
                + " roleGuide(slug: \"ai-specialist\") " + fields + " }"));

        assertThat(data.at("/search/nodes/0/guide")).isEqualTo(data.get("roleGuide"));
        assertThat(data.at("/roleGuide/tldr").toString()).contains("class=\\\"figure\\\"");
    }

    @Test
    void what_the_engine_says_of_the_search_itself_is_told() {
        engine.find(new SearchResults(0, List.of(), Facets.NONE, "researcher", true, true));

        assertThat(data(post("{ search(query: \"reseacrher\") { totalCount didYouMean cut degraded } }"))
                .get("search")).isEqualTo(json.readTree(
                        "{\"totalCount\": 0, \"didYouMean\": \"researcher\", \"cut\": true, \"degraded\": true}"));
    }

    @Test
    void a_request_searches_once_for_the_same_however_often_it_reads_on() {
        int loads = sites.loads();
        data(post("{ search(query: \"ai\") { nodes { guide { faqs { answer { citations { source { title } } } } } } }"
                + " same: search(query: \"ai\", first: 10) { nodes { faq { question } guide { title } } } }"));

        assertThat(sites.loads() - loads).as("hits, what they refer to, what that cites").isEqualTo(3);
        assertThat(engine.asked()).hasSize(1);
    }

    @Test
    void a_request_may_search_for_several_things() {
        data(post("{ a: search(query: \"one\") { totalCount } b: search(query: \"two\") { totalCount }"
                + " c: search(query: \"one\", filter: {types: [Faq]}) { totalCount } }"));

        assertThat(engine.asked()).extracting(SiteQuery::text).containsExactly("one", "two", "one");
    }

    @Test
    void a_request_that_searches_for_very_many_things_is_refused_before_it_does() {
        String many = String.join(" ", IntStream.range(0, 30)
                .mapToObj(i -> "a" + i + ": search(query: \"" + i + "\") { totalCount }").toList());

        MvcTestResult answer = post("{ " + many + " }");

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).at("/errors/0/message").asString()).contains("asks for too much");
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void pages_follow_one_another() {
        engine.find(hits("guide-ai-specialist", "guide-data-analyst", "guide-researcher", "guide-ux-designer",
                "guide-product-manager"));
        List<String> slugs = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 2));
        JsonNode page;
        do {
            page = data(post(PAGE, variables)).get("search");
            assertThat(page.get("totalCount").asInt()).isEqualTo(5);
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(!slugs.isEmpty());
            assertThat(page.at("/pageInfo/startCursor")).isEqualTo(page.at("/edges/0/cursor"));
            page.get("nodes").forEach(node -> slugs.add(node.at("/guide/slug").asString()));
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(slugs).containsExactly("ai-specialist", "data-analyst", "researcher", "ux-designer",
                "product-manager");
        assertThat(engine.asked()).extracting(SiteQuery::offset).containsExactly(0, 2, 4);
    }

    @Test
    void a_cursor_in_the_middle_of_a_page_leads_to_what_comes_after_it() {
        engine.find(hits("guide-ai-specialist", "guide-data-analyst", "guide-researcher"));
        JsonNode page = data(post(PAGE, Map.of())).get("search");

        JsonNode rest = data(post(PAGE, Map.of("after", page.at("/edges/0/cursor").asString()))).get("search");

        assertThat(rest.get("nodes")).extracting(node -> node.at("/guide/slug").asString())
                .containsExactly("data-analyst", "researcher");
    }

    @Test
    void a_thousand_hits_can_be_read_and_no_more() {
        engine.find(new SearchResults(5_000, IntStream.range(0, 5_000)
                .mapToObj(i -> new SearchHit("guide-researcher", "guide-researcher@1", List.of())).toList(),
                Facets.NONE, null, false, false));
        Map<String, Object> variables = new HashMap<>(Map.of("first", 45));
        int read = 0;
        JsonNode page;
        do {
            page = data(post(PAGE, variables)).get("search");
            read += page.get("nodes").size();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(read).isEqualTo(1_000);
        assertThat(page.get("totalCount").asInt()).isEqualTo(5_000);
        assertThat(refusal(PAGE, variables)).startsWith("The first 1000 hits can be read");
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        String cursor = data(post(PAGE, Map.of())).at("/search/edges/0/cursor").asString();

        for (Map<String, Object> other : List.<Map<String, Object>>of(Map.of("query", "other"),
                Map.of("filter", Map.of("types", List.of("Faq"))),
                Map.of("filter", Map.of("pay", Map.of("currency", "USD"))))) {
            Map<String, Object> variables = new HashMap<>(other);
            variables.put("after", cursor);
            assertThat(refusal(PAGE, variables)).startsWith("`after` is a cursor of another search");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "RoleGuide:SLUG:ai-specialist", "SearchHit:RELEVANCE:5",
        "SearchHit:RELEVANCE:00000000:-5", "SearchHit:RELEVANCE:00000000:99999999999",
        "SearchHit:RELEVANCE:00000000:5 ", "SearchHit:RELEVANCE:", "SearchHit:SLUG:00000000:5", ""})
    void what_is_no_cursor_of_a_search_is_refused(String forged) {
        for (String cursor : List.of(forged,
                Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(refusal(PAGE, Map.of("after", cursor))).startsWith("`after` must be a cursor of this list");
        }
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void the_filter_reaches_the_engine() {
        data(post(PAGE,
                Map.of("filter", Map.of("types", List.of("Faq", "RoleGuide"), "skills", List.of("Python", "SQL"),
                        "pay", Map.of("currency", "EUR", "atLeast", 10, "below", 20), "monthsAtMost", 6))));
        data(post(PAGE, Map.of("filter", Map.of("pay", Map.of("currency", "USD")))));

        assertThat(engine.asked()).extracting(SiteQuery::filter).containsExactly(
                new SearchFilter(Set.of("RoleGuide", "Faq"), List.of("Python", "SQL"), new Pay("EUR", 10, 20), 6),
                new SearchFilter(Set.of(), List.of(), new Pay("USD", null, null), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first: 0                                                       | `first` is a number from 1 to 50, not 0.
            first: 51                                                      | `first` is a number from 1 to 50, not 51.
            filter: {monthsAtMost: 0}                                      | `monthsAtMost` is 1 or more, not 0.
            filter: {pay: {currency: "usd"}}                               | `currency` is a code of ISO 4217, such as `USD`; this is none: `usd`
            filter: {pay: {currency: "USD", atLeast: 9, below: 9}}         | `below` is more than `atLeast`, which is 9, and not 9.
            filter: {skills: ["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]} | `skills` has 20 names at most, not 21.
            """)
    void what_cannot_be_searched_for_is_refused_in_words(String arguments, String message) {
        assertThat(refusal("{ search(query: \"ai\", " + arguments + ") { totalCount } }", Map.of()))
                .isEqualTo(message);
        assertThat(engine.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter: {types: [Source]}", "filter: {pay: {atLeast: 5}}", "filter: {colour: \"red\"}",
        "edition: \"1\""})
    void what_the_schema_does_not_have_is_refused_by_it(String arguments) {
        assertThat(post("{ search(query: \"ai\", " + arguments + ") { totalCount } }")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*:* AND (", "<script>", "\0", "🚀"})
    void whatever_is_typed_reaches_the_engine_as_it_is(String typed) {
        data(post(PAGE, Map.of("query", typed)));
        data(post(PAGE, Map.of("query", typed.repeat(10_000))));

        assertThat(engine.asked()).extracting(SiteQuery::text).containsExactly(typed, typed.repeat(10_000));
    }

    @Test
    void documents_are_those_of_the_edition_and_highlights_of_no_other_version() {
        MvcTestResult pinned = http.get().uri("/graphql").accept(GRAPHQL_RESPONSE).header("Guidepost-Edition", "1.1")
                .queryParam("query", AGAIN).exchange();

        assertThat(pinned).hasHeader("Guidepost-Edition", "1.1");
        assertThat(data(pinned).at("/search/nodes/0/guide/title").asString()).isNotEqualTo("A new title for the guide");
        assertThat(data(pinned).at("/search/nodes/0/highlights")).isEmpty();
        JsonNode newest = data(post(AGAIN));
        assertThat(newest.at("/search/nodes/0/guide/title").asString()).isEqualTo("A new title for the guide");
        assertThat(newest.at("/search/nodes/0/highlights")).hasSize(2);
    }

    @Test
    void hits_that_are_not_live_in_the_edition_are_left_out_and_keep_their_places() {
        engine.find(hits("guide-nobody", "guide-gone", "guide-researcher"));
        engine.suggest(new Suggestions(List.of(new Suggestions.Suggestion("Gone", "guide-gone"),
                new Suggestions.Suggestion("researcher", "guide-researcher")), false));

        JsonNode empty = data(post(PAGE, Map.of("first", 2))).get("search");
        JsonNode last = data(post(PAGE, Map.of("first", 2, "after", empty.at("/pageInfo/endCursor").asString())))
                .get("search");

        assertThat(empty.get("nodes")).isEmpty();
        assertThat(empty.get("totalCount").asInt()).isEqualTo(3);
        assertThat(empty.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(empty.at("/pageInfo/startCursor").isNull()).isTrue();
        assertThat(last.at("/nodes/0/guide/slug").asString()).isEqualTo("researcher");
        assertThat(last.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(data(post("{ suggest(prefix: \"re\") { suggestions { slug } } }")).at("/suggest/suggestions"))
                .hasSize(1);
    }

    @Test
    void suggestions_name_documents() throws IOException {
        JsonNode suggested = data(post(exampleQuery("search-suggestions"), Map.of("prefix", "ai"))).get("suggest");

        assertThat(suggested).isEqualTo(json.readTree("""
                {"degraded": false, "suggestions": [
                  {"text": "AI specialist", "type": "RoleGuide", "slug": "ai-specialist"},
                  {"text": "Do I need a degree?", "type": "Faq", "slug": "ai-specialist-need-a-degree"}]}"""));
        assertThat(data(post("{ suggest(prefix: \"ai\", first: 1) { suggestions { text } } }"))
                .at("/suggest/suggestions")).hasSize(1);
        assertThat(refusal("{ suggest(prefix: \"ai\", first: 0) { degraded } }", Map.of()))
                .isEqualTo("`first` is a number from 1 to 50, not 0.");
        assertThat(refusal("{ suggest(prefix: \"ai\", first: 51) { degraded } }", Map.of()))
                .isEqualTo("`first` is a number from 1 to 50, not 51.");
    }

    @ParameterizedTest
    @ValueSource(strings = {AGAIN, "{ suggest(prefix: \"ai\") { suggestions { text } } }"})
    void an_answer_with_a_search_is_kept_by_nobody_but_a_reader_s_own_browser_for_a_moment(String query) {
        MvcTestResult first = get(query);
        MvcTestResult second = get(query);

        assertThat(first).hasStatus(200).hasHeader("Cache-Control", "private, max-age=10")
                .hasHeader("Guidepost-Edition", "2.2").doesNotContainHeader("Surrogate-Key");
        assertThat(engine.asked().size() + engine.prefixes().size()).as("searches").isEqualTo(2);
        assertThat(second.getResponse().getHeader("ETag")).isEqualTo(first.getResponse().getHeader("ETag"));
        assertThat(http.get().uri("/graphql").accept(GRAPHQL_RESPONSE).queryParam("query", query)
                .header(HttpHeaders.IF_NONE_MATCH, first.getResponse().getHeader("ETag")).exchange()).hasStatus(304);
        assertThat(post(query)).hasHeader("Cache-Control", "no-store");
        post(query);
        assertThat(engine.asked().size() + engine.prefixes().size()).as("searches").isEqualTo(5);
    }

    @Test
    void an_answer_without_a_search_is_kept_as_ever() {
        String query = "query ($with: Boolean = false) { faqs(first: 1) { totalCount }"
                + " search(query: \"ai\") @include(if: $with) { totalCount } }";

        assertThat(get(query)).hasHeader("Cache-Control",
                "public, max-age=0, s-maxage=60, stale-while-revalidate=600");
        assertThat(get(query).getMvcResult().getHandler()).as("what answers but for kept answers").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ search(query: \"ai\") { degraded } }", "{ suggest(prefix: \"ai\") { degraded } }"})
    void what_is_said_while_the_engine_is_away_is_kept_by_nobody(String query) {
        engine.find(new SearchResults(0, List.of(), Facets.NONE, null, false, true));
        engine.suggest(new Suggestions(List.of(), true));

        assertThat(data(get(query)).toString()).contains("\"degraded\":true");
        assertThat(get(query)).hasHeader("Cache-Control", "no-store");

        engine.find(SOME);
        engine.suggest(BOTH);
        assertThat(get(query)).hasHeader("Cache-Control", "private, max-age=10");
    }

    private MvcTestResult get(String query) {
        // As it stands in the address: that is what kept answers are found by.
        return http.get().uri("/graphql?query={query}", query).accept(GRAPHQL_RESPONSE).exchange();
    }

    private String refusal(String query, Map<String, ?> variables) {
        MvcTestResult answer = post(query, variables);
        assertThat(body(answer).at("/errors/0/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
        return body(answer).at("/errors/0/message").asString();
    }

    private static SearchResults hits(String... ids) {
        return new SearchResults(ids.length,
                List.of(ids).stream().map(id -> new SearchHit(id, id + "@1", List.of())).toList(), Facets.NONE, null,
                false, false);
    }
}
