package io.guidepost.release.plan;

import static io.guidepost.release.plan.PlanNode.in;
import static io.guidepost.release.plan.PlanNode.publish;
import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.audit.AuditEntry;
import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import io.guidepost.release.Release;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

class PlanSchedulerTest {

    private static final Actor LINUS = new Actor(new PersonId("linus"), "Linus", Set.of(Role.PUBLISHER),
            Role.PUBLISHER.permissions());
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private PlanState awaitOver(PlanNode node, PlannedRelease plan) {
        return await().atMost(PATIENCE).until(() -> node.find(plan).state(),
                state -> !(state instanceof PlanState.Scheduled));
    }

    private static PlanScheduler scheduler(PlanNode node) {
        return node.content().get(PlanScheduler.class);
    }

    /** A plan that was due a while ago, when no node was there. */
    private static PlannedRelease overdue(PlanNode node, String name, String document) {
        PlannedRelease plan = node.plan(name, publish(document));
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        PlannedRelease scheduled = plan.moved(
                new PlanState.Open().schedule(new Due(then, ZoneOffset.UTC), EVE.id(), then.minusSeconds(60), null),
                EVE.id(), then);
        assertThat(node.content().get(PlannedReleases.class).replace(plan, scheduled)).isTrue();
        return scheduled;
    }

    @Test
    void two_nodes_release_each_plan_once_and_the_log_has_no_gap() {
        int count = 30;
        try (PlanNode one = new PlanNode(mongo.database()); PlanNode two = new PlanNode(mongo.database())) {
            List<PlannedRelease> open = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                one.approved("number-" + number);
                open.add(one.plan("Plan " + number, publish("faq-number-" + number)));
            }
            Planning.DueTime due = in(Duration.ofSeconds(3));
            List<PlannedRelease> plans = open.stream()
                    .map(plan -> one.planning().schedule(EVE, plan.id(), plan.version(), due, false)).toList();
            List<Integer> numbers = plans.stream()
                    .map(plan -> ((PlanState.Released) awaitOver(two, plan)).release()).toList();

            assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count).boxed().toList());
            Releases releases = one.content().get(Releases.class);
            for (PlannedRelease plan : plans) {
                Release release = releases.ofPlan(plan.id().value()).orElseThrow();
                assertThat(one.find(plan).state()).isEqualTo(new PlanState.Released(release.number(), release.at()));
                assertThat(release.at()).isAfterOrEqualTo(((PlanState.Scheduled) plan.state()).due().at());
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(one.content().get(LiveSites.class).latest()
                    .documents()).hasSize(count));
            assertThat(Stream.concat(one.heard().stream(), two.heard().stream())
                    .filter(PlanReleased.class::isInstance).map(event -> ((PlanReleased) event).plan().id()))
                    .as("each is told of once").containsExactlyInAnyOrderElementsOf(plans.stream().map(
                            PlannedRelease::id).toList());
        }
    }

    @Test
    void a_node_that_is_slow_keeps_its_claim_until_it_is_done() {
        try (PlanNode one = new PlanNode(mongo.database(), SlowKeeping.class);
                PlanNode two = new PlanNode(mongo.database(), SlowKeeping.class)) {
            one.approved("one");
            PlannedRelease plan = overdue(one, "December", "faq-one");
            PlanState.Claim first = await().atMost(PATIENCE).until(() -> claim(one, plan), Objects::nonNull);
            PlanState.Claim later = await().atMost(PATIENCE).until(() -> claim(one, plan),
                    claim -> claim.until().isAfter(first.until().plusSeconds(3)));
            assertThat(later.node()).isEqualTo(first.node());
            Stream.of(one, two).forEach(node -> node.content().get(SlowKeeping.class).goOn.countDown());

            assertThat(awaitOver(two, plan)).isInstanceOf(PlanState.Released.class);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                    one.content().get(AuditLog.class).newest(AuditFilter.ALL, null, 9)).singleElement()
                    .returns("planned-releases.run", AuditEntry::command).returns(EVE.id(), AuditEntry::actor));
        }
    }

    private static PlanState.@Nullable Claim claim(PlanNode node, PlannedRelease plan) {
        return node.find(plan).state() instanceof PlanState.Scheduled scheduled ? scheduled.claim() : null;
    }

    /** Has what is to go live kept no sooner than it is told to; no stereotype: never scanned. */
    static class SlowKeeping implements BeanPostProcessor {

        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Publications publications ? PlanSchedulerTest.keeping(publications, () -> {
                goOn.await();
                return true;
            }) : bean;
        }
    }

    @Test
    void what_a_node_released_before_it_was_cut_off_the_next_one_only_notes() {
        PlannedRelease plan;
        try (PlanNode node = new PlanNode(mongo.database())) {
            scheduler(node).stop();
            node.approved("one");
            plan = node.scheduled(node.plan("December", publish("faq-one")), SOON);
            Fulfilment.Claimed claimed = node.content().get(Fulfilment.class).claim(plan).orElseThrow();
            Release made = node.content().get(Releases.class)
                    .publish(EVE, plan.request(), plan.id().value(), () -> true).orElseThrow();
            assertThat(made.number()).isEqualTo(1);
            assertThat(claimed).isNotNull();
        }
        try (PlanNode next = new PlanNode(mongo.database())) {
            assertThat(awaitOver(next, plan)).isInstanceOfSatisfying(PlanState.Released.class,
                    released -> assertThat(released.release()).isEqualTo(1));
            assertThat(next.content().get(LiveSites.class).latest().release()).isEqualTo(1);
        }
    }

    @Test
    void a_release_that_was_made_by_hand_and_not_noted_is_noted_when_somebody_looks() {
        try (PlanNode node = new PlanNode(mongo.database())) {
            node.approved("one");
            PlannedRelease plan = node.plan("December", publish("faq-one"));
            boolean _ = node.content().get(Releases.class)
                    .publish(EVE, new ReleaseRequest(plan.content().changes(), ""), plan.id().value(), () -> true)
                    .isPresent();

            assertThat(node.planning().get(EVE, plan.id()).state()).isInstanceOf(PlanState.Released.class);
        }
    }

    @Test
    void what_became_due_while_no_node_was_there_is_released_after_the_start_the_oldest_first() {
        List<PlannedRelease> plans = new ArrayList<>();
        try (PlanNode node = new PlanNode(mongo.database())) {
            scheduler(node).stop();
            for (String name : List.of("one", "two", "three")) {
                node.approved(name);
                plans.add(overdue(node, name, "faq-" + name));
            }
        }
        try (PlanNode node = new PlanNode(mongo.database())) {
            assertThat(plans.stream().map(plan -> ((PlanState.Released) awaitOver(node, plan)).release()))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void an_edit_after_scheduling_holds_the_plan_with_the_reason_and_it_can_be_scheduled_again() {
        try (PlanNode node = new PlanNode(mongo.database())) {
            scheduler(node).stop();
            node.approved("one");
            node.approved("two");
            PlannedRelease plan = node.scheduled(node.plan("December", publish("faq-one"), publish("faq-two")), SOON);
            node.content().approved("Faq", "faq-one", faq("one", "As nobody has seen it when it was scheduled."));
            scheduler(node).start();

            assertThat(awaitOver(node, plan)).isInstanceOfSatisfying(PlanState.Held.class, held -> {
                assertThat(held.problems()).extracting(ReleaseProblem::document).containsExactly("faq-one");
                assertThat(held.problems()).extracting(ReleaseProblem::code).containsExactly("stale-version");
                assertThat(held.due()).isEqualTo(((PlanState.Scheduled) plan.state()).due());
            });
            assertThat(node.heard()).filteredOn(PlanHeld.class::isInstance).hasSize(1);
            assertThat(node.content().get(LiveSites.class).latest().release()).isZero();

            PlannedRelease held = node.find(plan);
            assertThat(held.content()).as("nothing is lost").isEqualTo(plan.content());
            PlannedRelease again = node.scheduled(held, SOON);
            assertThat(awaitOver(node, again)).isInstanceOf(PlanState.Released.class);
            assertThat(node.content().find("faq-one").live().version()).isEqualTo(6);
        }
    }

    @Test
    void what_has_gone_live_just_as_it_is_pinned_holds_a_plan_only_if_nothing_else_remains() {
        try (PlanNode node = new PlanNode(mongo.database())) {
            scheduler(node).stop();
            node.approved("one");
            node.approved("two");
            node.approved("three");
            PlannedRelease both = node.scheduled(node.plan("Both", publish("faq-one"), publish("faq-two")), SOON);
            PlannedRelease one = node.scheduled(node.plan("One", publish("faq-three")), SOON);
            node.content().get(Releases.class).publish(EVE,
                    new ReleaseRequest(List.of(publish("faq-one"), publish("faq-three")), ""));
            node.content().get(Editing.class).save(ADA, new DocumentId("faq-one"), 3, faq("one", "Not yet ready."));
            scheduler(node).start();

            assertThat(awaitOver(node, both)).isInstanceOf(PlanState.Released.class);
            assertThat(node.content().get(Releases.class).ofPlan(both.id().value()).orElseThrow().entries())
                    .extracting(Entry::publication).containsExactly("faq-two@3");
            assertThat(awaitOver(node, one)).isInstanceOfSatisfying(PlanState.Held.class, held -> assertThat(held
                    .problems()).extracting(ReleaseProblem::code).containsExactly("already-live"));
        }
    }

    @Test
    void a_plan_that_is_not_pinned_releases_what_is_approved_by_then() {
        try (PlanNode node = new PlanNode(mongo.database())) {
            scheduler(node).stop();
            node.approved("one");
            PlannedRelease plan = node.plan("December", publish("faq-one"));
            plan = node.planning().schedule(EVE, plan.id(), plan.version(), in(SOON), false);
            node.approved("one");
            scheduler(node).start();

            assertThat(awaitOver(node, plan)).isInstanceOf(PlanState.Released.class);
            assertThat(node.content().find("faq-one").live().version()).isEqualTo(6);
        }
    }

    @Test
    void whoever_may_not_release_any_more_when_it_is_due_has_the_plan_held() {
        try (PlanNode node = new PlanNode(mongo.database())) {
            node.approved("one");
            PlannedRelease plan = node.plan("December", publish("faq-one"));
            plan = node.planning().schedule(LINUS, plan.id(), plan.version(), in(SOON), true);

            assertThat(awaitOver(node, plan)).isInstanceOfSatisfying(PlanState.Held.class, held -> assertThat(held
                    .problems()).extracting(ReleaseProblem::code).containsExactly("not-permitted"));
        }
    }

    @Test
    void what_fails_for_no_fault_of_the_plan_is_tried_again_and_holds_nothing() {
        try (PlanNode node = new PlanNode(mongo.database(), Flaky.class)) {
            node.approved("one");
            node.approved("two");
            PlannedRelease first = node.plan("December", publish("faq-one"));
            PlannedRelease plan = node.planning().schedule(LINUS, first.id(), first.version(), in(SOON), true);
            PlannedRelease next = node.scheduled(node.plan("January", publish("faq-two")), SOON);

            assertThat(awaitOver(node, plan)).isInstanceOf(PlanState.Released.class);
            assertThat(awaitOver(node, next)).isInstanceOf(PlanState.Released.class);
            assertThat(node.heard()).noneMatch(PlanHeld.class::isInstance);
        }
    }

    @Test
    void what_only_ever_fails_is_held_after_a_minute_and_its_next_schedule_begins_anew() {
        try (PlanNode node = new PlanNode(mongo.database(), NoKeeping.class)) {
            scheduler(node).stop();
            SettableClock clock = new SettableClock();
            clock.advance(Duration.between(clock.instant(), Instant.now()));
            PlanScheduler scheduler = new PlanScheduler(node.content().get(PlannedReleases.class),
                    node.content().get(Fulfilment.class), clock, SOON);
            node.approved("one");
            PlannedRelease plan = overdue(node, "December", "faq-one");
            scheduler.turn();
            clock.advance(Duration.ofSeconds(50));
            scheduler.turn();
            assertThat(node.find(plan).state()).isInstanceOf(PlanState.Scheduled.class);
            clock.advance(Duration.ofSeconds(50));
            scheduler.turn();
            assertThat(node.find(plan).state()).isInstanceOfSatisfying(PlanState.Held.class, held -> assertThat(held
                    .problems()).extracting(ReleaseProblem::code).containsExactly("failed"));

            PlannedRelease again = node.scheduled(node.find(plan), SOON);
            clock.advance(Duration.ofSeconds(50));
            scheduler.turn();
            assertThat(node.find(again).state()).isInstanceOf(PlanState.Scheduled.class);
        }
    }

    /** Cannot keep what is to go live; no stereotype: never scanned. */
    static class NoKeeping implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Publications publications ? PlanSchedulerTest.keeping(publications, () -> {
                throw new IllegalStateException("There is no room.");
            }) : bean;
        }
    }

    /** Publications that something comes first of when they are to be kept. */
    private static Object keeping(Publications publications, Callable<?> first) {
        return Proxy.newProxyInstance(PlanSchedulerTest.class.getClassLoader(), new Class<?>[]{Publications.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("keepAll")) {
                        first.call();
                    }
                    return method.invoke(publications, arguments);
                });
    }

    /** Fails twice before it knows Linus. */
    static class Flaky {

        @Bean
        Colleagues colleagues() {
            AtomicInteger asked = new AtomicInteger();
            return new Colleagues() {

                @Override
                public Optional<Colleague> find(PersonId id) {
                    if (asked.incrementAndGet() <= 2) {
                        throw new IllegalStateException("The database is away.");
                    }
                    return Optional.of(new Colleague(LINUS.id(), LINUS.name(), LINUS.roles(), false));
                }

                @Override
                public List<Colleague> all() {
                    return List.of();
                }
            };
        }
    }
}
