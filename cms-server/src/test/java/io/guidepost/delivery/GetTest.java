package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class GetTest extends DeliveryTest {

    @Test
    void a_query_is_asked_by_get_as_well() {
        MvcTestResult answer = http.get().uri("/graphql").accept(GRAPHQL_RESPONSE)
                .param("query", "query Title($slug: Slug!) { roleGuide(slug: $slug) { role } }")
                .param("operationName", "Title").param("variables", "{\"slug\": \"data-analyst\"}").exchange();

        assertThat(answer).hasContentType(GRAPHQL_RESPONSE).hasHeader("Guidepost-Edition", "2.2");
        assertThat(data(answer).at("/roleGuide/role").asString()).isEqualTo("data analyst");
    }

    @Test
    void a_get_without_a_query_is_refused() {
        assertThat(http.get().uri("/graphql").exchange()).hasStatus(400);
    }

    @Test
    void malformed_variables_are_refused() {
        MvcTestResult answer = http.get().uri("/graphql").param("query", "{ __typename }").param("variables", "{x")
                .exchange();

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).get("detail").asString()).isEqualTo("The parameter `variables` is not JSON.");
    }

    @Test
    void variables_that_are_no_object_are_refused() {
        assertThat(http.get().uri("/graphql").param("query", "{ __typename }").param("variables", "[1]").exchange())
                .hasStatus(400);
    }

    @Test
    void the_page_to_try_queries_on_and_all_that_it_needs_come_from_here() throws Exception {
        MvcTestResult page = http.get().uri("/graphiql").exchange();

        assertThat(page).hasStatus(200).hasContentType("text/html");
        String html = page.getResponse().getContentAsString();
        assertThat(html).doesNotContain("://");
        var addresses = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html).results()
                .map(match -> match.group(1)).toList();
        assertThat(addresses).hasSize(6);
        for (String address : addresses) {
            assertThat(http.get().uri(address).exchange()).as(address).hasStatus(200);
        }
    }
}
