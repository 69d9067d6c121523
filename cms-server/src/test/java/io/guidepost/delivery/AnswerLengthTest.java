package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestPropertySource(properties = "guidepost.delivery.max-answer-size=30KB")
class AnswerLengthTest extends DeliveryTest {

    private static final String LONG = "faqs(first: 100) { nodes { a: answer { html } b: answer { html } } }";

    @ParameterizedTest
    @ValueSource(strings = {LONG, LONG + " __schema { queryType { name } }",
        "faqs(first: 0) { totalCount } l: " + LONG})
    void an_answer_that_is_too_long_is_refused_whoever_would_write_it(String fields) {
        MvcTestResult answer = post("{ " + fields + " }");

        assertThat(answer).hasStatus(400);
        assertThat(body(answer).has("data")).isFalse();
        assertThat(body(answer).at("/errors/0/message").asString()).isEqualTo("The answer is too long: it has more"
                + " than 30720 bytes, the most that is answered at once. Ask for shorter lists or in several requests.");
    }

    @Test
    void an_answer_that_is_short_enough_is_given() {
        assertThat(data(post("{ faqs(first: 5) { nodes { answer { html } } } }")).at("/faqs/nodes")).hasSize(5);
    }
}
