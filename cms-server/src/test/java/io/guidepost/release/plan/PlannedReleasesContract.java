package io.guidepost.release.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.Release;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for plans, wherever they are kept. */
abstract class PlannedReleasesContract {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId LINUS = new PersonId("linus");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final Change GUIDE = new Change(new DocumentId("guide-one"), Action.PUBLISH, null);

    private PlannedReleases plans;

    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        plans = new MongoPlannedReleases(database());
    }

    private PlannedRelease added(String name) {
        PlannedRelease plan = PlannedRelease.open(new PlannedRelease.Content(name, "", false, List.of(GUIDE)), ADA,
                NOW);
        plans.add(plan);
        return plan;
    }

    private PlannedRelease moved(PlannedRelease plan, PlanState to) {
        PlannedRelease next = plan.moved(to, LINUS, NOW.plusSeconds(plan.version()));
        assertThat(plans.replace(plan, next)).isTrue();
        return next;
    }

    private static PlanState.Scheduled scheduled(Instant due) {
        return new PlanState.Open().schedule(new Due(due, ZoneId.of("Europe/Berlin")), LINUS, NOW, null);
    }

    private List<String> due(Instant now, int limit) {
        return plans.due(now, limit).stream().map(plan -> plan.content().name()).toList();
    }

    @Test
    void a_plan_is_found_as_it_was_added() {
        PlannedRelease plan = PlannedRelease.open(new PlannedRelease.Content("December", "Mind the slugs.", true,
                List.of(GUIDE, new Change(new DocumentId("faq-one"), Action.WITHDRAW, null),
                        new Change(new DocumentId("faq-two"), Action.PUBLISH, 7))),
                ADA, NOW);
        plans.add(plan);

        assertThat(plans.find(plan.id())).contains(plan);
        assertThat(plans.find(PlanId.generated())).isEmpty();
    }

    @Test
    void those_scheduled_are_found_by_what_they_are_to_publish() {
        PlannedRelease plan = added("December");
        PlannedRelease open = added("January");
        PlannedRelease withdrawal = PlannedRelease.open(new PlannedRelease.Content("February", "", false,
                List.of(new Change(GUIDE.document(), Action.WITHDRAW, null))), ADA, NOW);
        plans.add(withdrawal);
        for (PlannedRelease waiting : List.of(plan, withdrawal)) {
            assertThat(plans.replace(waiting, waiting.moved(scheduled(NOW), LINUS, NOW))).isTrue();
        }

        assertThat(plans.scheduled(GUIDE.document())).extracting(PlannedRelease::id).containsExactly(plan.id());
        assertThat(plans.scheduled(new DocumentId("guide-two"))).isEmpty();
        assertThat(plans.find(open.id())).contains(open);
    }

    @Test
    void every_state_is_found_as_it_was_stored() {
        PlannedRelease plan = added("December");
        Due due = new Due(Instant.parse("2026-12-01T08:00:00Z"), ZoneId.of("+01:00"));
        PlanState.Scheduled pinned = new PlanState.Open().schedule(due, LINUS, NOW,
                List.of(new Change(new DocumentId("guide-one"), Action.PUBLISH, 4)));
        List<PlanState> states = List.of(pinned, pinned.claim("node", NOW.plusSeconds(1)),
                pinned.hold(List.of(new ReleaseProblem("guide-one", "/slug", "duplicate-slug", "Taken.",
                        List.of("guide-two"))), NOW),
                new PlanState.Open(), scheduled(NOW), new PlanState.Cancelled(ADA, NOW),
                new PlanState.Released(7, NOW));
        for (PlanState state : states) {
            plan = moved(plan, state);
            assertThat(plans.find(plan.id())).contains(plan);
        }
        assertThat(plan.version()).isEqualTo(8);
        assertThat(plan.createdBy()).isEqualTo(ADA);
    }

    @Test
    void a_plan_that_the_log_has_a_release_of_is_released_whatever_it_was() {
        PlannedRelease cancelled = moved(added("December"), new PlanState.Cancelled(ADA, NOW));
        PlannedRelease released = cancelled.released(new Release(7, NOW, "linus", "December", List.of()));

        assertThat(plans.replace(cancelled, released)).isTrue();
        assertThat(plans.find(cancelled.id()).orElseThrow().state()).isEqualTo(new PlanState.Released(7, NOW));
    }

    @Test
    void of_those_who_move_a_version_at_once_one_succeeds() throws Exception {
        int nodes = 16;
        PlannedRelease plan = moved(added("December"), scheduled(NOW));
        CyclicBarrier start = new CyclicBarrier(nodes);
        List<Boolean> claimed = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(nodes)) {
            List<Callable<Boolean>> claims = IntStream.range(0, nodes).<Callable<Boolean>>mapToObj(node -> () -> {
                PlanState claim = scheduled(NOW).claim("node-" + node, NOW.plusSeconds(1));
                start.await();
                return plans.replace(plan, plan.moved(claim, LINUS, NOW));
            }).toList();
            for (Future<Boolean> claim : pool.invokeAll(claims)) {
                claimed.add(claim.get());
            }
        }

        assertThat(claimed).containsOnlyOnce(true);
        assertThat(plans.find(plan.id()).orElseThrow().version()).isEqualTo(3);
        assertThat(plans.replace(plan, plan.moved(new PlanState.Open(), LINUS, NOW))).isFalse();
    }

    @Test
    void plans_are_due_in_the_order_of_their_times_and_never_early() {
        moved(added("second"), scheduled(NOW.plusSeconds(2)));
        moved(added("first"), scheduled(NOW.plusSeconds(1)));
        moved(added("third"), scheduled(NOW.plusSeconds(3)));
        added("open");
        moved(moved(added("cancelled"), scheduled(NOW)), new PlanState.Cancelled(ADA, NOW));

        assertThat(due(NOW.plusMillis(999), 10)).isEmpty();
        assertThat(due(NOW.plusSeconds(2), 10)).containsExactly("first", "second");
        assertThat(due(NOW.plusSeconds(9), 2)).containsExactly("first", "second");
    }

    @Test
    void a_claimed_plan_is_not_due_until_the_claim_is_over() {
        PlannedRelease plan = moved(added("December"), scheduled(NOW));
        moved(plan, scheduled(NOW).claim("node", NOW.plusSeconds(1)));

        assertThat(due(NOW.plusMillis(999), 10)).isEmpty();
        assertThat(due(NOW.plusSeconds(1), 10)).containsExactly("December");
    }

    @Test
    void plans_are_listed_the_newest_first_in_pages_and_by_state() {
        List<PlannedRelease> all = IntStream.range(0, 5).mapToObj(number -> added("plan " + number)).toList();
        moved(all.get(1), scheduled(NOW));

        List<PlannedRelease> page = plans.list(null, null, 3);
        assertThat(page).extracting(plan -> plan.content().name()).containsExactly("plan 4", "plan 3", "plan 2");
        assertThat(plans.list(null, page.getLast().id(), 3)).extracting(plan -> plan.content().name())
                .containsExactly("plan 1", "plan 0");
        assertThat(plans.list("Scheduled", null, 3)).extracting(plan -> plan.content().name())
                .containsExactly("plan 1");
    }
}
