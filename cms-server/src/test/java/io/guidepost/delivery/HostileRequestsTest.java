package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.HostileRequests.Hostile;
import io.guidepost.delivery.answer.AnswerFilter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

class HostileRequestsTest extends DeliveryTest {

    @BeforeEach
    void keepAnswers(@Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        http = MockMvcTester.from(context, builder -> builder.addFilters(filter).build());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_request_brings_the_server_into_trouble(long seed, @Autowired GraphQlSource source) {
        HostileRequests requests = new HostileRequests(source.schema(), seed);
        for (int i = 0; i < 300; i++) {
            Hostile hostile = requests.next();
            MvcTestResult answer = ask(hostile);
            assertThat(answer.getUnresolvedException()).as(hostile.toString()).isNull();
            assertThat(answer.getResponse().getStatus()).as(() -> hostile + new String(hostile.body(),
                    StandardCharsets.UTF_8)).isBetween(200, 499);
        }
    }

    private MvcTestResult ask(Hostile hostile) {
        MockMvcRequestBuilder request = hostile.query() == null
                ? http.post().uri(hostile.path()).contentType(MediaType.APPLICATION_JSON).content(hostile.body())
                : http.get().uri(URI.create(hostile.path() + "?" + hostile.query()));
        if (!hostile.edition().isEmpty()) {
            request = request.header("Guidepost-Edition", hostile.edition());
        }
        return request.header(HttpHeaders.ACCEPT, hostile.accept()).exchange();
    }
}
