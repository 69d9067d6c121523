package io.guidepost.webhooks;

import static io.guidepost.webhooks.WebhookNode.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.storage.TestMongo;
import io.guidepost.webhooks.Receiver.Received;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Claimed;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators have sent at once. */
class SendingTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final Receiver receiver = new Receiver();
    private WebhookNode node;
    private UUID id;

    @BeforeEach
    void open() {
        node = new WebhookNode(mongo.database(), receiver);
        id = node.subscribed(receiver.url("/hook")).subscription().id();
    }

    @AfterEach
    void close() {
        node.close();
        receiver.close();
    }

    private Delivery redelivered(String message) {
        return node.get(Sending.class).redeliver(ADMIN, id, message);
    }

    private String waiting() {
        return node.kept(id).progress().waiting();
    }

    @Test
    void a_test_is_sent_once_past_whatever_waits() {
        receiver.answers(500, 500);
        node.released("one");
        node.round();
        Delivery failed = node.get(Sending.class).ping(ADMIN, id);
        Delivery taken = node.get(Sending.class).ping(ADMIN, id);

        assertThat(failed.outcome()).isEqualTo(DeliveryOutcome.FAILED);
        assertThat(failed.attempts()).extracting(Attempt::status).containsExactly(500);
        assertThat(taken.outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(taken.id()).isNotEqualTo(failed.id());
        Received ping = receiver.received().getLast();
        assertThat(ping.json().get("type").asString()).isEqualTo("ping");
        assertThat(ping.data().get("webhook").asString()).isEqualTo(id.toString());
        assertThat(ping.signatures())
                .containsExactly(ping.expected(node.kept(id).secrets().getFirst().secret().text()));
        assertThat(node.kept(id).subscription().state()).isEqualTo(new State.Enabled());
        assertThat(waiting()).isNotNull();
    }

    @Test
    void what_has_arrived_or_failed_is_sent_again_under_its_id() {
        receiver.answers(204, 500, 410);
        node.released("one");
        node.round();
        String message = receiver.received().getFirst().id();

        assertThat(redelivered(message).outcome()).as("it has arrived before").isEqualTo(DeliveryOutcome.DELIVERED);
        node.released("two");
        node.round();
        String gone = receiver.received().getLast().id();
        assertThat(redelivered(gone).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);

        assertThat(receiver.received()).extracting(Received::id).containsExactly(message, message, gone, gone);
        assertThat(node.kept(id).subscription().state()).as("it is for people to enable it again")
                .isInstanceOf(State.Disabled.class);
    }

    @Test
    void what_waits_is_tried_at_once_and_the_next_message_follows() {
        receiver.answers(500, 500);
        node.released("one");
        node.released("two");
        node.round();
        String message = waiting();

        assertThat(redelivered(message).attempts()).extracting(Attempt::status).containsExactly(500, 500);
        assertThat(waiting()).isEqualTo(message);
        assertThat(redelivered(message).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(waiting()).isNull();
        node.round();
        assertThat(receiver.received().getLast().data().get("number").asInt()).isEqualTo(2);
    }

    @Test
    void a_message_that_a_dead_node_has_only_stored_still_has_its_regular_attempts_before_it() {
        node.released("one");
        Subscription subscription = node.kept(id).subscription();
        Happening first = node.get(Happenings.class).after(new Position(0, 0)).orElseThrow();
        Delivery stored = Delivery.of(id, node.get(Messages.class).of(first, subscription.settings().interest())
                .orElseThrow(), node.now());
        node.get(Deliveries.class).add(stored);
        receiver.answers(500);

        assertThat(redelivered(stored.id()).outcome()).isEqualTo(DeliveryOutcome.WAITING);
        node.round();

        assertThat(node.kept(id).subscription().state()).isEqualTo(new State.Enabled());
        assertThat(node.deliveries(id)).extracting(Delivery::outcome).containsExactly(DeliveryOutcome.DELIVERED);
    }

    @Test
    void a_receiver_that_is_gone_is_sent_nothing_more_whatever_told_so() {
        node.released("one");
        node.round();
        String message = receiver.received().getFirst().id();
        receiver.answers(410, 410);

        assertThat(redelivered(message).outcome()).as("it has arrived before").isEqualTo(DeliveryOutcome.DELIVERED);
        assertDisabledAsGone();
        Subscription disabled = node.kept(id).subscription();
        Kept _ = node.get(Webhooks.class).change(ADMIN, id, disabled.version(), disabled.settings(), true);
        Delivery _ = node.get(Sending.class).ping(ADMIN, id);
        assertDisabledAsGone();
        node.released("two");
        node.round();

        assertThat(receiver.received()).hasSize(3);
        assertThat(node.get(AuditLog.class)
                .newest(new AuditFilter(null, "webhooks.disable", id.toString(), null, null, null), null, 9))
                .hasSize(2);
    }

    private void assertDisabledAsGone() {
        assertThat(node.kept(id).subscription().state()).isInstanceOfSatisfying(State.Disabled.class,
                disabled -> assertThat(disabled.why()).isEqualTo("It answered 410: it wants no more messages."));
    }

    @Test
    void what_is_just_being_sent_is_not_sent_at_the_same_time() {
        receiver.answers(500);
        node.released("one");
        node.round();
        node.advance(Duration.ofMinutes(1));
        Optional<Claimed> claimed = node.claimed();
        assertThat(claimed).isPresent();

        assertThatThrownBy(() -> redelivered(waiting())).isInstanceOf(DeliveryUnderWayException.class);
        assertThat(receiver.received()).hasSize(1);
    }

    private void moved() {
        Subscription before = node.kept(id).subscription();
        Kept _ = node.get(Webhooks.class).change(ADMIN, id, before.version(), new Subscription.Settings("Moved",
                receiver.url("/moved"), before.settings().interest()), true);
    }

    @Test
    void a_change_has_what_waits_tried_at_once_and_where_it_says() {
        receiver.answers(500);
        node.released("one");
        node.round();
        moved();
        node.round();

        assertThat(receiver.received()).extracting(Received::path).containsExactly("/hook", "/moved");
        assertThat(receiver.received()).extracting(Received::id).containsOnly(receiver.received().getFirst().id());
    }

    @Test
    void a_change_during_an_attempt_has_it_followed_by_the_next_at_once() {
        receiver.answers(500);
        node.released("one");
        Claimed claimed = node.claimed().orElseThrow();
        moved();
        node.get(Courier.class).advance(claimed);
        node.round();

        assertThat(receiver.received()).extracting(Received::path).containsExactly("/hook", "/moved");
    }

    @Test
    void nothing_is_sent_of_another_webhook() {
        node.released("one");
        node.round();
        UUID other = node.subscribed(receiver.url("/other")).subscription().id();

        assertThatThrownBy(
                () -> node.get(Sending.class).redeliver(ADMIN, other, receiver.received().getFirst().id()))
                .isInstanceOf(UnknownDeliveryException.class);
    }

    @Test
    void there_are_fifty_webhooks_at_most() {
        for (int i = 1; i < 50; i++) {
            Kept _ = node.subscribed(receiver.url("/" + i));
        }

        assertThatThrownBy(() -> node.subscribed(receiver.url("/50"))).isInstanceOf(TooManyWebhooksException.class);
    }

    @Test
    void the_five_newest_secrets_are_kept() {
        for (int i = 0; i < 7; i++) {
            Kept _ = node.get(Webhooks.class).rotate(ADMIN, id);
        }

        assertThat(node.kept(id).secrets()).hasSize(5);
        assertThat(node.kept(id).secrets().getFirst().until()).isNull();
    }
}
