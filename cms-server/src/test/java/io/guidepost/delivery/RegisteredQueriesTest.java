package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.search.SearchFilter;
import io.guidepost.search.SiteQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestPropertySource(properties = {"guidepost.delivery.queries.registered-only=true",
    "guidepost.delivery.queries.registered=classpath*:guidepost/queries/*.graphql"})
class RegisteredQueriesTest extends DeliveryTest {

    @Autowired
    private FakeSiteSearch engine;

    @Test
    void a_registered_query_is_run_by_its_text_and_by_its_hash() throws IOException {
        assertThat(data(post(pageQuery(), Map.of("slug", "ai-specialist"))).at("/roleGuide/role").asString())
                .isEqualTo("AI specialist");
        MvcTestResult byHash = http.get().uri("/graphql").accept(MediaType.ALL)
                .queryParam("variables", "{\"slug\": \"ai-specialist\"}")
                .queryParam("extensions", "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Hashes.sha256(
                        pageQuery()) + "\"}}")
                .exchange();
        assertThat(data(byHash).at("/roleGuide/role").asString()).isEqualTo("AI specialist");
    }

    @Test
    void a_registered_search_is_run_with_whatever_is_typed() throws IOException {
        String hash = Hashes.sha256(exampleQuery("site-search"));
        for (String typed : List.of("specialist", "degree")) {
            MvcTestResult byHash = http.get().uri("/graphql").accept(MediaType.ALL)
                    .queryParam("variables", "{\"query\": \"" + typed + "\", \"filter\": {\"types\": [\"RoleGuide\"]}}")
                    .queryParam("extensions",
                            "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}")
                    .exchange();
            assertThat(data(byHash).at("/search/totalCount").asInt()).isEqualTo(2);
            assertThat(engine.asked().getLast())
                    .isEqualTo(
                            new SiteQuery(typed, new SearchFilter(Set.of("RoleGuide"), List.of(), null, null), 0, 10));
        }
    }

    @Test
    void any_other_query_is_refused_and_cannot_be_registered_from_outside() {
        MvcTestResult answer = post("{ __typename }");

        assertThat(answer).hasStatus(403);
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:guidepost:problem:unregistered-query");
        assertThat(postBody("{\"query\": \"{ __typename }\", \"extensions\": {\"persistedQuery\": {\"version\": 1,"
                + " \"sha256Hash\": \"" + Hashes.sha256("{ __typename }") + "\"}}}")).hasStatus(403);
    }

    @Test
    void a_hash_of_no_registered_query_is_refused_without_asking_for_the_text() {
        MvcTestResult answer = postBody(
                "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"abc\"}}}");

        assertThat(answer).hasStatus(403);
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:guidepost:problem:unregistered-query");
    }

    @Test
    void files_that_are_not_there_stop_the_start(@TempDir Path folder, @Autowired GraphQlSource source) {
        for (String pattern : List.of(folder.toUri() + "*.graphql", folder.toUri() + "page.graphql", folder.toUri()
                .toString(), "classpath:no-such-folder/*.graphql")) {
            assertThatThrownBy(() -> new RegisteredQueries(new QueryProperties(List.of(pattern), true),
                    new PathMatchingResourcePatternResolver(), source)).isInstanceOf(FaultyQueryException.class)
                    .hasMessageContaining(pattern);
        }
    }

    @Test
    void what_stops_the_start_is_told_without_a_stack_trace() {
        IllegalStateException failure = new IllegalStateException(FaultyQueryException.noneAt("file:none/*.graphql"));

        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class,
                (type, name, unmade) -> {}))
                .filteredOn(FaultyQueryAnalyzer.class::isInstance).singleElement()
                .satisfies(analyzer -> assertThat(analyzer.analyze(failure).getDescription()).contains(
                        "file:none/*.graphql"));
    }

    @Test
    void a_registered_query_that_does_not_fit_the_schema_stops_the_start(@TempDir Path folder,
            @Autowired GraphQlSource source) throws IOException {
        Path file = Files.writeString(folder.resolve("page.graphql"), "{ nonsense }");

        assertThatThrownBy(() -> new RegisteredQueries(new QueryProperties(List.of(file.toUri().toString()), false),
                new PathMatchingResourcePatternResolver(), source))
                .isInstanceOf(FaultyQueryException.class).hasMessageContaining("page.graphql")
                .hasMessageContaining("nonsense");
    }
}
