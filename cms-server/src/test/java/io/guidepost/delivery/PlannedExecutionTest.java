package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.execution.JsonData;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.release.FakeLiveSites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.context.TestPropertySource;

/** The engine that knows nothing of plans, and of limits, says what is right. */
@TestPropertySource(properties = "guidepost.delivery.max-complexity=10000000")
class PlannedExecutionTest extends DeliveryTest {

    @Autowired
    private GraphQlSource source;
    @Autowired
    private Editions editions;
    @Autowired
    private Readings readings;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_planned_query_is_answered_as_the_engine_answers_it(long seed) {
        RandomQueries queries = new RandomQueries(source.schema(), seed);
        int planned = 0;
        for (int i = 0; i < 100; i++) {
            String query = queries.next();
            ExecutionResult plan = source.graphQl().execute(input(query, RandomQueries.VARIABLES));
            ExecutionResult engine = engine(query, RandomQueries.VARIABLES);
            if (plan.getData() instanceof JsonData data) {
                planned++;
                assertThat(engine.getErrors()).as(query).isEmpty();
                assertThat(new String(data.body(), StandardCharsets.UTF_8)).as(query)
                        .isEqualTo(json.writeValueAsString(engine.toSpecification()));
            } else {
                assertThat(told(plan)).as(query).isEqualTo(told(engine));
            }
        }
        assertThat(planned).isGreaterThan(80);
    }

    /** An answer with errors as JSON, in which the failures of the server, which the engine alone tells in other words, read the same. */
    private String told(ExecutionResult result) {
        return json.writeValueAsString(result.toSpecification())
                .replaceAll("\"(Exception while fetching data|INTERNAL_ERROR for )[^\"]*\"", "\"failed\"")
                .replaceAll("\"(DataFetchingException|INTERNAL_ERROR)\"", "\"failed\"");
    }

    @Test
    void the_page_of_a_guide_is_planned_and_answered_as_the_engine_answers_it() throws IOException {
        String variables = "{\"slug\": \"ai-specialist\"}";

        JsonData data = source.graphQl().execute(input(pageQuery(), variables)).getData();

        assertThat(new String(data.body(), StandardCharsets.UTF_8))
                .isEqualTo(json.writeValueAsString(engine(pageQuery(), variables).toSpecification()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__schema { queryType { name } }", "refused: faqs(first: 0) { totalCount }",
        "lists: roleGuides { edges { node { alsoConsider(first: 0) { degraded } faqs { slug } } } }"})
    void what_is_left_to_the_engine_takes_its_content_in_as_few_batches(String engines,
            @Autowired FakeLiveSites sites) {
        String planned = "roleGuides { nodes { title faqs { question } } }";

        assertThat(loads("{ " + planned + " }", sites)).isEqualTo(2);
        assertThat(loads("{ " + engines + " " + planned + " }", sites)).isEqualTo(2);
    }

    private int loads(String query, FakeLiveSites sites) {
        int before = sites.loads();
        assertThat(post(query)).hasStatus(200);
        return sites.loads() - before;
    }

    private ExecutionResult engine(String query, String variables) {
        return GraphQL.newGraphQL(source.schema()).build().execute(input(query, variables));
    }

    private ExecutionInput input(String query, String variables) {
        Reading reading = readings.of(editions.newest());
        return ExecutionInput.newExecutionInput(query)
                .variables(json.readerFor(Map.class).<Map<String, Object>>readValue(variables))
                .graphQLContext(Map.of(Reading.class, reading)).build();
    }
}
