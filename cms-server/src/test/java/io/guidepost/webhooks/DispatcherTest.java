package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.storage.TestMongo;
import io.guidepost.webhooks.Receiver.Received;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node does by itself. */
class DispatcherTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final Receiver receiver = new Receiver();
    private final Receiver hanging = new Receiver().hangs();
    private WebhookNode node;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() {
        node = new WebhookNode(mongo.database(), receiver, hanging);
        dispatcher = new Dispatcher(node.get(Subscriptions.class), node.get(Deliveries.class),
                node.get(Happenings.class), node.get(Courier.class), node.get(WebhookProperties.class),
                node.get(Clock.class));
    }

    @AfterEach
    void close() {
        dispatcher.stop();
        node.close();
        receiver.close();
        hanging.close();
    }

    @Test
    void one_that_answers_slowly_holds_up_no_other() {
        Kept _ = node.subscribed(hanging.url("/hook"));
        Kept _ = node.subscribed(receiver.url("/hook"));
        node.released("one");
        node.released("two");
        dispatcher.start();
        await().until(() -> receiver.received().size() == 2);
        node.released("three");
        await().until(() -> receiver.received().size() == 3);

        assertThat(hanging.received()).hasSize(1);
    }

    @Test
    void what_is_under_way_when_a_node_stops_is_sent_again_under_its_id() {
        Kept kept = node.subscribed(hanging.url("/hook"));
        node.released("one");
        dispatcher.start();
        await().until(() -> hanging.received().size() == 1);
        dispatcher.stop();
        assertThat(node.deliveries(kept.subscription().id()).getFirst().attempts()).isEmpty();

        dispatcher.start();
        node.advance(Duration.ofMinutes(2));
        await().until(() -> hanging.received().size() == 2);

        assertThat(hanging.received()).extracting(Received::id).containsOnly(hanging.received().getFirst().id());
    }

    @Test
    void what_was_sent_is_forgotten_after_a_month_but_not_what_waits() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released("one");
        node.round();
        receiver.answers(500);
        node.released("two");
        node.round();
        Subscription before = node.kept(kept.subscription().id()).subscription();
        Kept _ = node.get(Webhooks.class).change(WebhookNode.ADMIN, before.id(), 1, before.settings(), false);
        dispatcher.turn();
        assertThat(node.deliveries(before.id())).hasSize(2);

        node.advance(Duration.ofDays(31));
        dispatcher.turn();

        assertThat(node.deliveries(before.id())).extracting(Delivery::outcome)
                .containsExactly(DeliveryOutcome.WAITING);
    }
}
