package io.guidepost.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guidepost.editorial.DocumentId;
import io.guidepost.notifications.Outbox.Claimed;
import io.guidepost.security.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of this package promise, on whatever database. */
abstract class NotificationsContract {

    private static final PersonId ANN = new PersonId("ann");
    private static final PersonId EVE = new PersonId("eve");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Notifications notifications;
    private Outbox outbox;

    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        notifications = new MongoNotifications(database());
        outbox = new MongoOutbox(database());
    }

    private static Notification told(PersonId person, int minute) {
        return told(person, "faq-" + minute + "@1", NOON.plus(Duration.ofMinutes(minute)));
    }

    private static Notification told(PersonId person, String key, Instant at) {
        return Notification.of(new Notice(key, NotificationKind.APPROVED, Set.of(person), EVE, at,
                new Message(About.document(new DocumentId("faq-one"), 3), "One", "Eve approved “One”.", "/api/x")),
                person);
    }

    private void add(Notification... told) {
        notifications.add(List.of(told), Set.of());
    }

    private List<String> ids(PersonId person, boolean unread, Position after, int limit) {
        return notifications.list(person, unread, after, limit).stream().map(Notification::id).toList();
    }

    @Test
    void a_notification_comes_back_as_it_was_told() {
        Notification document = told(ANN, 0);
        Notification plan = Notification.of(new Notice("plan@7", NotificationKind.PLAN_HELD, Set.of(ANN), null, NOON,
                new Message(About.plan("p", 7), "December", "It is held.", "/api/p")), ANN);
        add(document, plan);

        assertThat(notifications.find(ANN, document.id())).contains(document);
        assertThat(notifications.find(ANN, plan.id())).contains(plan);
        assertThat(notifications.find(ANN, "nothing")).isEmpty();
    }

    @Test
    void telling_the_same_again_changes_nothing_and_keeps_nothing_else_from_being_told() {
        add(told(ANN, 1));
        notifications.read(ANN, told(ANN, 1).id(), NOON);
        notifications.add(List.of(told(ANN, 1), told(ANN, 2), told(ANN, 1)), List.of(told(ANN, 1).id()));
        add();

        assertThat(ids(ANN, false, null, 9)).containsExactly(told(ANN, 2).id(), told(ANN, 1).id());
        assertThat(notifications.find(ANN, told(ANN, 1).id()).orElseThrow().read()).isEqualTo(NOON);
        assertThat(outbox.claim(NOON.plus(Duration.ofDays(9)), NOON.plus(Duration.ofDays(10)))).isEmpty();
    }

    @Test
    void a_list_is_read_in_pages_the_newest_first_also_of_those_of_the_same_time() {
        List<Notification> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(told(ANN, "same-" + i + "@1", NOON));
            all.add(told(ANN, i + 1));
        }
        notifications.add(all, Set.of());
        add(told(EVE, 4));
        List<String> whole = ids(ANN, false, null, 9);

        assertThat(whole).hasSize(6).first().isEqualTo(told(ANN, 3).id());
        List<String> paged = new ArrayList<>();
        Position after = null;
        for (int page = 0; page < 4; page++) {
            List<Notification> items = notifications.list(ANN, false, after, 2);
            paged.addAll(items.stream().map(Notification::id).toList());
            after = items.isEmpty() ? after : Position.parse(items.getLast().position().text());
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void what_is_read_is_read_once_and_by_its_person_alone() {
        add(told(ANN, 1), told(ANN, 2), told(EVE, 3));
        notifications.read(EVE, told(ANN, 1).id(), NOON);
        assertThat(notifications.unread(ANN)).isEqualTo(2);
        notifications.read(ANN, told(ANN, 1).id(), NOON);
        notifications.read(ANN, told(ANN, 1).id(), NOON.plusSeconds(9));

        assertThat(notifications.unread(ANN)).isEqualTo(1);
        assertThat(notifications.find(ANN, told(ANN, 1).id()).orElseThrow().read()).isEqualTo(NOON);
        assertThat(notifications.find(EVE, told(ANN, 1).id())).isEmpty();
        assertThat(ids(ANN, true, null, 9)).containsExactly(told(ANN, 2).id());
    }

    @Test
    void all_up_to_one_are_read_and_no_newer_ones() {
        add(told(ANN, 1), told(ANN, 2), told(ANN, 3), told(EVE, 1));
        notifications.readFrom(ANN, told(ANN, 2).position(), NOON);

        assertThat(ids(ANN, true, null, 9)).containsExactly(told(ANN, 3).id());
        assertThat(notifications.unread(EVE)).isEqualTo(1);
    }

    @Test
    void those_about_earlier_versions_of_a_document_are_settled_and_no_others() {
        add(told(ANN, 1), told(EVE, 2));
        notifications.read(EVE, told(EVE, 2).id(), NOON);
        notifications.settle(NotificationKind.APPROVED, new DocumentId("faq-one"), 3, null, NOON.plusSeconds(9));
        notifications.settle(NotificationKind.APPROVED, new DocumentId("faq-two"), 4, null, NOON.plusSeconds(9));
        notifications.settle(NotificationKind.PUBLISHED, new DocumentId("faq-one"), 4, null, NOON.plusSeconds(9));
        notifications.settle(NotificationKind.APPROVED, new DocumentId("faq-one"), 4, EVE, NOON.plusSeconds(9));
        assertThat(notifications.unread(ANN)).isEqualTo(1);

        notifications.settle(NotificationKind.APPROVED, new DocumentId("faq-one"), 4, null, NOON.plusSeconds(9));

        assertThat(notifications.find(ANN, told(ANN, 1).id()).orElseThrow().read()).isEqualTo(NOON.plusSeconds(9));
        assertThat(notifications.find(EVE, told(EVE, 2).id()).orElseThrow().read()).isEqualTo(NOON);
    }

    @Test
    void the_old_are_forgotten() {
        add(told(ANN, 1), told(ANN, 2));
        notifications.forget(told(ANN, 2).at());

        assertThat(ids(ANN, false, null, 9)).containsExactly(told(ANN, 2).id());
    }

    @Test
    void a_mail_is_claimed_by_one_and_by_another_only_once_the_claim_is_over() {
        notifications.add(List.of(told(ANN, 1), told(ANN, 2)), List.of(told(ANN, 1).id()));
        Instant due = told(ANN, 1).at();

        assertThat(outbox.claim(due.minusSeconds(1), due)).isEmpty();
        Claimed first = outbox.claim(due, due.plusSeconds(60)).orElseThrow();
        assertThat(first.notification()).isEqualTo(told(ANN, 1));
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(outbox.claim(due.plusSeconds(59), due.plusSeconds(90))).isEmpty();
        Claimed second = outbox.claim(due.plusSeconds(60), due.plusSeconds(120)).orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);
        outbox.fail(first);
        outbox.retry(second, due.plusSeconds(70));
        assertThat(outbox.claim(due.plusSeconds(70), due.plusSeconds(130))).isPresent();
    }

    @Test
    void a_mail_that_is_put_back_costs_no_attempt() {
        notifications.add(List.of(told(ANN, 1)), List.of(told(ANN, 1).id()));
        Instant due = told(ANN, 1).at();
        outbox.putBack(outbox.claim(due, due.plusSeconds(60)).orElseThrow(), due);

        assertThat(outbox.claim(due, due.plusSeconds(60)).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void what_is_sent_dropped_or_failed_is_never_claimed_again() {
        List<Notification> told = List.of(told(ANN, 1), told(ANN, 2), told(ANN, 3));
        notifications.add(told, told.stream().map(Notification::id).toList());
        Instant now = told(ANN, 9).at();
        outbox.sent(outbox.claim(now, now.plusSeconds(60)).orElseThrow());
        outbox.drop(outbox.claim(now, now.plusSeconds(60)).orElseThrow());
        outbox.fail(outbox.claim(now, now.plusSeconds(60)).orElseThrow());

        assertThat(outbox.claim(now.plus(Duration.ofDays(9)), now.plus(Duration.ofDays(10)))).isEmpty();
        assertThat(told).extracting(one -> mail(one.id())).containsExactly("sent", "none", "failed");
    }

    @Test
    void many_claim_at_once_and_each_mail_is_claimed_once() throws Exception {
        List<Notification> told = IntStream.range(0, 40).mapToObj(minute -> told(ANN, minute)).toList();
        notifications.add(told, told.stream().map(Notification::id).toList());
        Instant now = told(ANN, 60).at();
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                running.add(nodes.submit(() -> {
                    for (var one = outbox.claim(now, now.plusSeconds(60)); one.isPresent(); one = outbox.claim(now,
                            now.plusSeconds(60))) {
                        claimed.add(one.get().notification().id());
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void whoever_chose_nothing_gets_what_asks_for_action() {
        Preferences preferences = new MongoPreferences(database());

        assertThat(preferences.mailed(ANN)).containsExactlyInAnyOrder(NotificationKind.REVIEW_REQUESTED,
                NotificationKind.CHANGES_REQUESTED, NotificationKind.APPROVAL_VOIDED, NotificationKind.PLAN_AT_RISK,
                NotificationKind.PLAN_HELD,
                NotificationKind.MENTIONED, NotificationKind.REVIEW_TASK);
        preferences.choose(ANN, Set.of());
        preferences.choose(EVE, Set.of(NotificationKind.MENTIONED));
        assertThat(preferences.mailed(ANN)).isEmpty();
        preferences.choose(ANN, Set.of(NotificationKind.PUBLISHED));
        assertThat(preferences.mailed(ANN)).containsExactly(NotificationKind.PUBLISHED);
        assertThat(preferences.mailed(EVE)).containsExactly(NotificationKind.MENTIONED);
    }

    @Test
    void the_first_to_begin_says_when_and_where_and_nothing_goes_back() {
        Progress progress = new MongoProgress(database());
        Progress other = new MongoProgress(database());

        assertThat(progress.began(NOON)).isEqualTo(NOON);
        assertThat(other.began(NOON.plusSeconds(1))).isEqualTo(NOON);
        assertThat(progress.release(() -> 7)).isEqualTo(7);
        progress.advance(9);
        other.advance(8);
        assertThat(other.release(() -> fail("it is known"))).isEqualTo(9);
    }

    private String mail(String id) {
        return database().getCollection("notifications", Document.class).find(Filters.eq("_id", id)).first()
                .getString("mail");
    }
}
