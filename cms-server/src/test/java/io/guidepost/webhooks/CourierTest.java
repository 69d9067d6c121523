package io.guidepost.webhooks;

import static io.guidepost.webhooks.WebhookNode.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.release.Change;
import io.guidepost.storage.TestMongo;
import io.guidepost.webhooks.Receiver.Received;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Messages to receivers of all tempers. */
@ExtendWith(OutputCaptureExtension.class)
class CourierTest {

    /** The pauses of the default schedule with all that chance can add to them. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(6), Duration.ofMinutes(6),
            Duration.ofMinutes(36), Duration.ofMinutes(144), Duration.ofHours(6), Duration.ofHours(12),
            Duration.ofMinutes(1_008), Duration.ofHours(24), Duration.ofMinutes(1_728));
    private static final Duration LEASE = Duration.ofSeconds(75);

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

    private List<String> ids() {
        return receiver.received().stream().map(Received::id).toList();
    }

    private List<Integer> numbers() {
        return receiver.received().stream().map(message -> message.data().get("number").asInt()).toList();
    }

    private static List<String> slugs(Received message, String list) {
        return message.data().get(list).findValuesAsString("slug");
    }

    private static String disabled(Kept kept) {
        return kept.subscription().state() instanceof State.Disabled disabled ? disabled.why() : null;
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
        assertThat(message.headers().get("webhook-timestamp"))
                .isEqualTo(Long.toString(node.now().getEpochSecond()));
        assertThat(message.signatures())
                .containsExactly(message.expected(kept.secrets().getFirst().secret().text()));
        assertThat(message.json().propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(message.json().get("type").asString()).isEqualTo("release.published");
        assertThat(message.json().get("timestamp").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(message.data().toString()).isEqualTo("""
                {"number":1,"edition":"1.0","message":"Out with one","published":[\
                {"id":"faq-one","type":"Faq","slug":"one"},{"id":"faq-two","type":"Faq","slug":"two"}],\
                "updated":[],"withdrawn":[],"total":2,"cut":false,\
                "purge":["edition","everything","faq-one","type:Faq","Faq/one","faq-two","Faq/two"]}""");
    }

    @Test
    void a_message_tells_what_is_new_what_was_changed_and_what_is_gone() {
        node.released("one", "two");
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.written("one", null);
        node.written("three", null);
        node.released(Change.publish(WebhookNode.id("one")),
                Change.withdraw(WebhookNode.id("two")),
                Change.publish(WebhookNode.id("three")));
        node.round();

        assertThat(receiver.received()).as("what happened before is not told").hasSize(1);
        assertThat(slugs(receiver.received().getFirst(), "published")).containsExactly("three");
        assertThat(slugs(receiver.received().getFirst(), "updated")).containsExactly("one");
        assertThat(slugs(receiver.received().getFirst(), "withdrawn")).containsExactly("two");
        assertThat(node.kept(kept.subscription().id()).progress().position()).isEqualTo(new Position(2, 0));
    }

    @Test
    void a_large_release_is_cut_and_says_so() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released(IntStream.range(0, 103).mapToObj("question-%03d"::formatted).toArray(String[]::new));
        node.round();

        var data = receiver.received().getFirst().data();
        assertThat(data.get("published")).hasSize(100);
        assertThat(data.get("total").asInt()).isEqualTo(103);
        assertThat(data.get("cut").asBoolean()).isTrue();
        assertThat(data.get("purge").toString()).isEqualTo("[\"all\"]");
        assertThat(node.deliveries(kept.subscription().id()).getFirst().body().length()).isLessThan(20_000);
    }

    @Test
    void statistics_are_told_with_the_roles_whose_figures_have_changed() {
        node.counted("ux-designer", 6);
        Kept _ = node.subscribed(receiver.url("/hook"));
        node.counted("data-analyst", 7);
        node.counted("data-analyst", 0);
        node.round();

        assertThat(receiver.received()).extracting(message -> message.json().get("type").asString())
                .containsExactly("statistics.published", "statistics.published");
        assertThat(receiver.received()).extracting(message -> message.data().toString()).containsExactly("""
                {"number":2,"edition":"0.2","roles":["data-analyst"],\
                "purge":["edition","everything","statistics","statistics:data-analyst"]}""", """
                {"number":3,"edition":"0.3","roles":[],"purge":["edition","everything","statistics"]}""");
    }

    @Test
    void a_role_whose_figures_read_otherwise_is_told_of_though_nobody_has_answered() {
        node.counted("ux-designer", 6);
        Kept _ = node.subscribed(receiver.url("/hook"));
        node.reworded("Earning more");
        node.counted("ux-designer", 0);
        node.round();

        assertThat(receiver.received().getFirst().data().get("roles").toString()).isEqualTo("[\"ux-designer\"]");
    }

    @Test
    void releases_and_statistics_are_told_in_the_order_in_which_they_happened() {
        Kept _ = node.subscribed(receiver.url("/hook"));
        node.counted("ux-designer", 6);
        node.released("one");
        node.released("two");
        node.counted("ux-designer", 6);
        node.round();

        assertThat(receiver.received()).extracting(message -> message.data().get("edition").asString())
                .containsExactly("0.1", "1.1", "2.1", "2.2");
    }

    @Test
    void nobody_is_told_what_they_do_not_want_to_know() {
        node.counted("ux-designer", 6);
        Receiver sources = new Receiver();
        Receiver analysts = new Receiver();
        try (sources; analysts; WebhookNode other = new WebhookNode(mongo.database(), receiver, sources, analysts)) {
            other.advance(Duration.ofMinutes(1));
            Kept _ = other.subscribed(sources.url("/hook"), WebhookNode.interest(List.of("Source"), List.of()));
            Kept _ = other.subscribed(analysts.url("/hook"),
                    WebhookNode.interest(List.of(), List.of("data-analyst")));
            other.released("one");
            other.written("two", "data-analyst");
            other.written("three", "ux-designer");
            other.released(Change.publish(WebhookNode.id("two")),
                    Change.publish(WebhookNode.id("three")));
            other.written("two", "ux-designer");
            other.released(Change.publish(WebhookNode.id("two")));
            other.written("three", "data-analyst");
            other.released(Change.publish(WebhookNode.id("three")));
            other.released(Change.withdraw(WebhookNode.id("three")), Change.withdraw(WebhookNode.id("two")));
            other.counted("ux-designer", 6);
            other.counted("data-analyst", 6);
            other.round();

            assertThat(sources.received()).extracting(message -> message.json().get("type").asString())
                    .as("statistics are of no type").containsOnly("statistics.published").hasSize(2);
            assertThat(analysts.received()).extracting(message -> message.data().get("edition").asString())
                    .containsExactly("2.1", "3.1", "4.1", "5.1", "5.3");
            assertThat(analysts.received().subList(0, 4)).extracting(message -> slugs(message, "published"),
                    message -> slugs(message, "updated"), message -> slugs(message, "withdrawn")).containsExactly(
                            tuple(List.of("two"), List.of(), List.of()), tuple(List.of(), List.of("two"), List.of()),
                            tuple(List.of(), List.of("three"), List.of()),
                            tuple(List.of(), List.of(), List.of("three")));
            assertThat(analysts.received().getLast().data().get("roles").toString()).isEqualTo("[\"data-analyst\"]");
        }
    }

    @Test
    void a_message_that_is_not_taken_is_tried_again_and_the_next_one_waits_for_it() {
        receiver.answers(500, 302, 404);
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released("one");
        node.released("two");
        node.round();
        assertThat(numbers()).containsExactly(1);
        node.advance(Duration.ofSeconds(4));
        node.round();
        assertThat(numbers()).as("before its time").containsExactly(1);

        for (Duration pause : PAUSES.subList(0, 3)) {
            node.advance(pause);
            node.round();
        }

        assertThat(numbers()).containsExactly(1, 1, 1, 1, 2);
        assertThat(ids().subList(0, 4)).containsOnly(ids().getFirst());
        assertThat(receiver.received().subList(0, 4)).extracting(message -> message.headers().get("webhook-timestamp"))
                .as("each attempt has a time of its own, under which it is signed").doesNotHaveDuplicates();
        assertThat(receiver.received()).allSatisfy(message -> assertThat(message.signatures())
                .containsExactly(message.expected(kept.secrets().getFirst().secret().text())));
        Delivery delivery = node.deliveries(kept.subscription().id()).getLast();
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(delivery.attempts()).extracting(Attempt::status).containsExactly(500, 302, 404, 204);
        assertThat(delivery.attempts()).extracting(Attempt::error).containsExactly("It does not take the message.",
                "It redirects, which is not followed; the subscription needs the new address.",
                "It does not take the message.", null);
    }

    @Test
    void after_the_last_attempt_the_message_has_failed_and_the_subscription_is_disabled(CapturedOutput output) {
        receiver.answers(IntStream.range(0, 10).mapToObj(_ -> 500).toArray(Integer[]::new));
        Kept kept = node.subscribed(receiver.url("/hook"));
        UUID id = kept.subscription().id();
        node.released("one");
        node.round();
        PAUSES.forEach(pause -> {
            assertThat(disabled(node.kept(id))).isNull();
            node.advance(pause);
            node.round();
        });
        node.released("two");
        node.advance(Duration.ofDays(3));
        node.round();

        assertThat(receiver.received()).hasSize(10);
        Delivery failed = node.deliveries(id).getFirst();
        assertThat(failed.outcome()).isEqualTo(DeliveryOutcome.FAILED);
        assertThat(failed.attempts()).hasSize(10);
        String why = "The message " + failed.id() + " could not be delivered in 10 attempts.";
        assertThat(disabled(node.kept(id))).isEqualTo(why);
        assertThat(output).contains("The webhook “Front end” (" + id + ") is disabled: " + why)
                .doesNotContain("whsec_");
        assertThat(node.get(AuditLog.class)
                .newest(new AuditFilter(null, "webhooks.disable", id.toString(), null, null, null), null, 9))
                .extracting(entry -> entry.actor().value()).containsExactly("system.webhooks");
        anEnabledOneGoesOnWhereItStopped(id);
    }

    private void anEnabledOneGoesOnWhereItStopped(UUID id) {
        Subscription disabled = node.kept(id).subscription();
        Kept _ = node.get(Webhooks.class).change(ADMIN, id, disabled.version(), disabled.settings(), true);
        node.round();

        assertThat(numbers().getLast()).isEqualTo(2);
        assertThat(receiver.received()).hasSize(11);
    }

    @Test
    void one_that_answers_410_is_disabled_at_once() {
        receiver.answers(410);
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released("one");
        node.released("two");
        node.round();

        assertThat(numbers()).containsExactly(1);
        assertThat(disabled(node.kept(kept.subscription().id())))
                .isEqualTo("It answered 410: it wants no more messages.");
        assertThat(node.deliveries(kept.subscription().id())).extracting(Delivery::outcome)
                .containsExactly(DeliveryOutcome.FAILED);
    }

    @Test
    void who_asks_for_a_longer_pause_gets_it() {
        receiver.answers(503, 503).header("Retry-After", "600");
        Kept _ = node.subscribed(receiver.url("/hook"));
        node.released("one");
        node.round();
        node.advance(Duration.ofSeconds(599));
        node.round();
        assertThat(receiver.received()).hasSize(1);

        node.advance(Duration.ofSeconds(1));
        receiver.header("Retry-After",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(node.now().plusSeconds(3_600).atZone(ZoneOffset.UTC)));
        node.round();
        node.advance(Duration.ofSeconds(3_599));
        node.round();
        assertThat(receiver.received()).hasSize(2);
        node.advance(Duration.ofSeconds(1));
        node.round();
        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void a_private_address_is_not_reached_whatever_it_was_when_it_was_entered() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        try (WebhookNode stricter = new WebhookNode(mongo.database());
                WebhookNode encrypted = new WebhookNode(mongo.database(),
                        Map.of("guidepost.webhooks.allow-http", false), receiver)) {
            node.released("one");
            for (WebhookNode other : List.of(stricter, encrypted)) {
                other.advance(Duration.ofMinutes(1));
                await().until(() -> other.get(Happenings.class).latest().release() == 1);
                other.round();
            }
        }

        assertThat(receiver.received()).isEmpty();
        assertThat(node.deliveries(kept.subscription().id()).getFirst().attempts()).extracting(Attempt::error)
                .containsExactly("Only the ports 80 and 443 are reached, not " + receiver.authority().split(":")[1]
                        + ".");
        assertThatThrownBy(() -> node.subscribed("http://169.254.169.254/latest/meta-data"))
                .isInstanceOf(InvalidWebhookException.class)
                .hasMessage("“169.254.169.254” is not on the public internet.");
    }

    @Test
    void for_a_while_messages_are_signed_with_the_old_secret_as_well() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        UUID id = kept.subscription().id();
        String first = kept.secrets().getFirst().secret().text();
        String second = node.get(Webhooks.class).rotate(ADMIN, id).secrets().getFirst().secret().text();
        node.advance(Duration.ofHours(23));
        node.released("one");
        node.round();
        node.advance(Duration.ofHours(1));
        node.released("two");
        node.round();

        Received during = receiver.received().getFirst();
        assertThat(during.signatures()).containsExactly(during.expected(second), during.expected(first));
        Received after = receiver.received().getLast();
        assertThat(after.signatures()).containsExactly(after.expected(second));
        assertThat(node.kept(id).toString()).doesNotContain(first.substring(6), second.substring(6));
    }

    @Test
    void a_node_that_dies_after_sending_has_the_message_sent_again_under_its_id() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        node.released("one");
        Courier dying = new Courier(node.get(Subscriptions.class), new DyingDeliveries(node.get(Deliveries.class)),
                node.get(Happenings.class), node.get(Messages.class), node.get(Sender.class),
                node.get(RetrySchedule.class), node.get(Disabling.class), node.get(Clock.class));
        assertThatThrownBy(() -> dying.advance(node.claimed().orElseThrow())).hasMessage("Dead");
        assertThat(ids()).hasSize(1);
        node.round();
        assertThat(ids()).as("the claim holds").hasSize(1);

        node.advance(LEASE);
        node.round();

        assertThat(ids()).hasSize(2).containsOnly(ids().getFirst());
        assertThat(receiver.received()).extracting(Received::body)
                .containsOnly(receiver.received().getFirst().body());
        assertThat(node.deliveries(kept.subscription().id())).extracting(Delivery::outcome)
                .containsExactly(DeliveryOutcome.DELIVERED);
    }

    @Test
    void what_a_dead_node_has_noted_is_not_done_again() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        receiver.answers(500);
        node.released("one");
        node.round();
        Delivery delivery = node.deliveries(kept.subscription().id()).getFirst();
        node.get(Deliveries.class).record(delivery.id(), new Attempt(node.now(), 204, null, 1),
                DeliveryOutcome.DELIVERED);
        node.released("two");
        node.advance(PAUSES.getFirst());
        node.round();

        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void a_message_that_a_dead_node_gave_up_disables_the_subscription_all_the_same() {
        Kept kept = node.subscribed(receiver.url("/hook"));
        receiver.answers(500);
        node.released("one");
        node.round();
        Delivery delivery = node.deliveries(kept.subscription().id()).getFirst();
        node.get(Deliveries.class).record(delivery.id(),
                new Attempt(node.now(), 410, "It wants no more messages.", 1), DeliveryOutcome.FAILED);
        node.advance(PAUSES.getFirst());
        node.round();

        assertThat(receiver.received()).hasSize(1);
        assertThat(disabled(node.kept(kept.subscription().id()))).contains("410");
    }

    @Test
    void several_nodes_send_each_message_once_and_in_order() throws Exception {
        try (WebhookNode other = new WebhookNode(mongo.database(), receiver)) {
            Kept _ = node.subscribed(receiver.url("/one"));
            Kept _ = node.subscribed(receiver.url("/two"));
            for (int i = 0; i < 6; i++) {
                node.released("question-" + i);
            }
            other.advance(Duration.ofMinutes(1));
            node.advance(Duration.ofMinutes(1));
            await().until(() -> other.get(Happenings.class).latest().release() == 6);
            List<Future<?>> rounds = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (WebhookNode one : List.of(node, other, node, other)) {
                    rounds.add(threads.submit(one::round));
                }
            }
            for (Future<?> round : rounds) {
                round.get();
            }
            node.round();

            for (String path : List.of("/one", "/two")) {
                assertThat(receiver.received().stream().filter(message -> message.path().equals(path))
                        .map(message -> message.data().get("number").asInt())).containsExactly(1, 2, 3, 4, 5, 6);
            }
            assertThat(ids()).doesNotHaveDuplicates();
        }
    }

    /** A store that takes everything but what a node that died would not have said. */
    private record DyingDeliveries(Deliveries alive) implements Deliveries {

        @Override
        public void add(Delivery delivery) {
            alive.add(delivery);
        }

        @Override
        public Optional<Delivery> find(UUID subscription, String id) {
            return alive.find(subscription, id);
        }

        @Override
        public List<Delivery> list(UUID subscription, DeliveryOutcome outcome, Place before, int limit) {
            return alive.list(subscription, outcome, before, limit);
        }

        @Override
        public void record(String id, Attempt attempt, DeliveryOutcome outcome) {
            throw new IllegalStateException("Dead");
        }

        @Override
        public void forget(UUID subscription) {
            alive.forget(subscription);
        }

        @Override
        public void forget(Instant before, Collection<String> except) {
            alive.forget(before, except);
        }
    }
}
