package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the delivery package over HTTP. */
@SpringBootTest(classes = DeliveryTestServer.class)
abstract class DeliveryTest {

    static final MediaType GRAPHQL_RESPONSE = MediaType.parseMediaType("application/graphql-response+json");

    final JsonMapper json = new JsonMapper();
    MockMvcTester http;

    @BeforeEach
    void prepare(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
    }

    MvcTestResult post(String query, Map<String, ?> variables) {
        return postBody(json.writeValueAsString(Map.of("query", query, "variables", variables)));
    }

    MvcTestResult post(String query) {
        return post(query, Map.of());
    }

    MvcTestResult postBody(String body) {
        return http.post().uri("/graphql").accept(GRAPHQL_RESPONSE).contentType(MediaType.APPLICATION_JSON)
                .content(body).exchange();
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** The data of an answer without errors. */
    JsonNode data(MvcTestResult result) {
        JsonNode body = body(result);
        assertThat(body.path("errors").toString()).isEmpty();
        assertThat(result).hasStatus(200);
        return body.get("data");
    }

    static String pageQuery() throws IOException {
        return exampleQuery("role-guide-page");
    }

    static String exampleQuery(String name) throws IOException {
        try (var file = DeliveryTest.class.getResourceAsStream("/guidepost/queries/" + name + ".graphql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
