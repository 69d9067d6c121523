package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.security.PersonId;
import io.guidepost.webhooks.Subscription.Settings;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Claimed;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of this package promise, on whatever database. */
abstract class WebhookStoresContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final PersonId ADA = new PersonId("ada");
    private static final Position BEGINNING = new Position(7, 3);
    private static final Position AFTER = new Position(8, 3);
    private static final Settings SETTINGS = new Settings("Front end", "https://example.org/hook",
            WebhookNode.interest(List.of("Faq", "Source"), List.of("data-analyst")));

    private Subscriptions subscriptions;
    private Deliveries deliveries;

    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        subscriptions = new MongoSubscriptions(database());
        deliveries = new MongoDeliveries(database());
    }

    private static UUID id(int number) {
        return UUID.fromString("019ca3a5-2a40-7c2e-8f31-00000000000" + number);
    }

    private Kept added(int number, State state) {
        Kept kept = new Kept(Subscription.begun(id(number), SETTINGS, state, ADA, NOON),
                List.of(KeptSecret.made(NOON), KeptSecret.made(NOON).ending(LATER)),
                new Progress(BEGINNING, null, NOON));
        subscriptions.add(kept);
        return kept;
    }

    private static Delivery delivery(int subscription, int release, Instant at) {
        return Delivery.of(id(subscription), new Message(EventType.RELEASE, Integer.toString(release), "{}"), at);
    }

    @Test
    void a_subscription_comes_back_as_it_was_added() {
        Kept one = added(1, new State.Enabled());
        Kept two = added(2, new State.Disabled(NOON, "It answered 410."));

        assertThat(subscriptions.find(id(1))).contains(one);
        assertThat(subscriptions.all()).containsExactly(one, two);
        assertThat(subscriptions.find(id(3))).isEmpty();
    }

    @Test
    void a_version_is_replaced_and_removed_once() {
        Subscription first = added(1, new State.Enabled()).subscription();
        Subscription second = first.changed(new Settings("Other", "https://example.org", SETTINGS.interest()),
                new State.Disabled(LATER, "Out of order."), new PersonId("eve"), LATER);

        assertThat(subscriptions.replace(first, second)).isTrue();
        assertThat(subscriptions.replace(first, second)).isFalse();
        assertThat(subscriptions.find(id(1)).orElseThrow().subscription()).isEqualTo(second);
        assertThat(subscriptions.remove(first)).isFalse();
        assertThat(subscriptions.remove(second)).isTrue();
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void secrets_are_replaced_unless_they_have_changed_meanwhile() {
        Kept kept = added(1, new State.Enabled());
        List<KeptSecret> others = List.of(KeptSecret.made(LATER));

        assertThat(subscriptions.replaceSecrets(id(1), kept.secrets(), others)).isTrue();
        assertThat(subscriptions.replaceSecrets(id(1), kept.secrets(), others)).isFalse();
        assertThat(subscriptions.find(id(1)).orElseThrow().secrets()).isEqualTo(others);
    }

    @Test
    void who_has_nothing_to_do_is_disabled_or_not_due_is_not_claimed() {
        Kept _ = added(1, new State.Enabled());
        Kept _ = added(2, new State.Disabled(NOON, "Out of order."));

        assertThat(subscriptions.claim(BEGINNING, NOON, LATER)).isEmpty();
        assertThat(subscriptions.claim(AFTER, NOON.minusMillis(1), LATER)).isEmpty();
        assertThat(subscriptions.claim(new Position(7, 4), NOON, LATER).orElseThrow().kept().subscription().id())
                .isEqualTo(id(1));
        assertThat(subscriptions.claim(AFTER, NOON, LATER)).isEmpty();
    }

    @Test
    void a_claim_that_is_over_may_be_taken_and_then_counts_for_nothing() {
        Kept _ = added(1, new State.Enabled());
        Claimed first = subscriptions.claim(AFTER, NOON, LATER).orElseThrow();
        assertThat(subscriptions.claim(AFTER, LATER.minusMillis(1), LATER)).isEmpty();
        Claimed second = subscriptions.claim(AFTER, LATER, LATER.plusSeconds(60)).orElseThrow();

        Progress progress = new Progress(AFTER, "message", LATER);
        assertThat(subscriptions.note(first, progress)).isFalse();
        subscriptions.settle(first, progress);
        assertThat(subscriptions.disable(first, progress, new State.Disabled(LATER, "No."))).isFalse();
        assertThat(subscriptions.find(id(1)).orElseThrow().progress().position()).isEqualTo(BEGINNING);
        assertThat(subscriptions.note(second, progress)).isTrue();
        assertThat(subscriptions.find(id(1)).orElseThrow().progress().waiting()).isEqualTo("message");
    }

    @Test
    void what_was_settled_is_claimed_again_when_it_is_due() {
        Kept _ = added(1, new State.Enabled());
        Claimed claimed = subscriptions.claim(AFTER, NOON, LATER).orElseThrow();
        subscriptions.hurry(id(1), NOON);
        subscriptions.settle(claimed, new Progress(AFTER, "message", LATER));

        assertThat(subscriptions.claim(AFTER, NOON, LATER)).isEmpty();
        subscriptions.hurry(id(1), NOON);
        assertThat(subscriptions.claim(AFTER, NOON, LATER).orElseThrow().kept().progress().waiting())
                .isEqualTo("message");
    }

    @Test
    void one_is_claimed_by_name_whatever_its_state_unless_a_claim_holds() {
        Kept _ = added(1, new State.Disabled(NOON, "Out of order."));

        assertThat(subscriptions.claim(id(1), NOON.minusSeconds(1), LATER)).isPresent();
        assertThat(subscriptions.claim(id(1), NOON, LATER)).isEmpty();
        assertThat(subscriptions.claim(id(1), LATER, LATER)).isPresent();
    }

    @Test
    void one_that_is_disabled_has_another_version() {
        Kept _ = added(1, new State.Enabled());
        State.Disabled state = new State.Disabled(LATER, "It answered 410.");

        assertThat(subscriptions.disable(subscriptions.claim(AFTER, NOON, LATER).orElseThrow(),
                new Progress(AFTER, null, LATER), state)).isTrue();

        Kept kept = subscriptions.find(id(1)).orElseThrow();
        assertThat(kept.subscription().state()).isEqualTo(state);
        assertThat(kept.subscription().version()).isEqualTo(2);
        assertThat(kept.subscription().changedBy().value()).isEqualTo("system.webhooks");
        assertThat(kept.progress()).isEqualTo(new Progress(AFTER, null, LATER));
    }

    @Test
    void a_delivery_is_added_once_and_belongs_to_its_subscription() {
        deliveries.add(delivery(1, 7, NOON));
        deliveries.add(delivery(1, 7, LATER));

        String message = "msg_019ca3a52a407c2e8f31000000000001_release_7";
        assertThat(deliveries.find(id(1), message)).contains(delivery(1, 7, NOON));
        assertThat(deliveries.find(id(2), message)).isEmpty();
        assertThat(deliveries.list(id(1), null, null, 9)).hasSize(1);
    }

    @Test
    void deliveries_are_listed_the_newest_first_in_pages_and_by_outcome() {
        for (int release = 1; release <= 5; release++) {
            deliveries.add(delivery(1, release, release < 4 ? NOON : LATER));
        }
        deliveries.add(delivery(2, 1, NOON));
        deliveries.record(delivery(1, 2, NOON).id(), new Attempt(NOON, 200, null, 5), DeliveryOutcome.DELIVERED);

        List<Delivery> page = deliveries.list(id(1), null, null, 3);
        assertThat(page).extracting(Delivery::id).containsExactly(delivery(1, 5, LATER).id(),
                delivery(1, 4, LATER).id(), delivery(1, 3, NOON).id());
        assertThat(deliveries.list(id(1), null, Place.parse(Place.of(page.getLast()).text()), 3))
                .extracting(Delivery::id).containsExactly(delivery(1, 2, NOON).id(), delivery(1, 1, NOON).id());
        assertThat(deliveries.list(id(1), DeliveryOutcome.WAITING, null, 9)).hasSize(4);
        assertThat(deliveries.list(id(1), DeliveryOutcome.FAILED, null, 9)).isEmpty();
    }

    @Test
    void attempts_are_kept_within_a_bound_and_what_has_arrived_stays_so() {
        deliveries.add(delivery(1, 7, NOON));
        String message = delivery(1, 7, NOON).id();
        Attempt failed = new Attempt(NOON, null, "It takes too long.", 15_000);
        Attempt taken = new Attempt(LATER, 200, null, 5);
        deliveries.record(message, failed, DeliveryOutcome.WAITING);
        deliveries.record(message, taken, DeliveryOutcome.DELIVERED);
        deliveries.record(message, failed, DeliveryOutcome.FAILED);

        Delivery delivery = deliveries.find(id(1), message).orElseThrow();
        assertThat(delivery.attempts()).containsExactly(failed, taken, failed);
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        for (int i = 0; i < 50; i++) {
            deliveries.record(message, taken, DeliveryOutcome.DELIVERED);
        }
        assertThat(deliveries.find(id(1), message).orElseThrow().attempts()).hasSize(50).containsOnly(taken);
    }

    @Test
    void old_deliveries_are_forgotten_but_for_those_that_wait() {
        for (int release = 1; release <= 3; release++) {
            deliveries.add(delivery(1, release, NOON.plus(Duration.ofSeconds(release))));
        }
        deliveries.add(delivery(2, 1, NOON));

        deliveries.forget(NOON.plusSeconds(3), List.of(delivery(1, 1, NOON).id()));

        assertThat(deliveries.list(id(1), null, null, 9)).extracting(Delivery::id)
                .containsExactly(delivery(1, 3, NOON).id(), delivery(1, 1, NOON).id());
        assertThat(deliveries.list(id(2), null, null, 9)).isEmpty();
        deliveries.forget(id(1));
        assertThat(deliveries.list(id(1), null, null, 9)).isEmpty();
    }
}
