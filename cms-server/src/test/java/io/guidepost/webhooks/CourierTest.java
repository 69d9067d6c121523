package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.storage.TestMongo;
import io.guidepost.webhooks.Receiver.Received;
import io.guidepost.webhooks.Subscriptions.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages to receivers of all tempers. */
class CourierTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final Receiver receiver = new Receiver();
    private WebhookNode node;

    @BeforeEach
    void open() {
        node = new WebhookNode(mongo.database(), receiver);
    }

    @AfterEach
    void close() {
        node.close();
        receiver.close();
    }

    @Test
    void a_release_is_told_in_a_signed_message() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released("one", "two");
        node.round();

        assertThat(receiver.received()).hasSize(1);
        Received message = receiver.received().getFirst();
        assertThat(message.path()).isEqualTo("/hook");
        assertThat(message.headers().get("content-type")).isEqualTo("application/json");
        assertThat(message.signatures())
                .containsExactly(message.expected(kept.secrets().getFirst().secret().text()));
        assertThat(message.json().propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(message.json().get("type").asString()).isEqualTo("release.published");
        assertThat(message.data().get("number").asInt()).isEqualTo(1);
        assertThat(message.data().get("edition").asString()).isEqualTo("1.0");
        assertThat(message.data().get("message").asString()).isEqualTo("Out with one");
        assertThat(message.data().get("published").toString()).isEqualTo("""
                [{"id":"faq-one","type":"Faq","slug":"one"},{"id":"faq-two","type":"Faq","slug":"two"}]""");
    }
}
