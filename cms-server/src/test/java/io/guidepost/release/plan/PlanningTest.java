package io.guidepost.release.plan;

import static io.guidepost.release.plan.PlanNode.in;
import static io.guidepost.release.plan.PlanNode.publish;
import static io.guidepost.release.plan.PlanNode.withdraw;
import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveSites;
import io.guidepost.release.MalformedReleaseException;
import io.guidepost.release.ReleasePreview;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.ReleaseRefusedException;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.ForbiddenException;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanningTest {

    private static final Actor AUTHOR = new Actor(new PersonId("system.kim"), "Kim", Set.of(Role.AUTHOR),
            Role.AUTHOR.permissions());
    private static final Duration LONG = Duration.ofDays(1);

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private PlanNode node;
    private Planning planning;

    @BeforeEach
    void start() {
        node = new PlanNode(mongo.database());
        planning = node.planning();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static void refusesMove(ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOf(IllegalPlanMoveException.class);
    }

    private int latest() {
        return node.content().get(LiveSites.class).latest().release();
    }

    @Test
    void a_plan_is_prepared_and_released_at_once_and_says_as_which_release() {
        node.approved("one");
        node.approved("two");
        PlannedRelease plan = node.plan("December", publish("faq-one"));
        plan = planning.put(ADA, plan.id(), publish("faq-two"));

        PlannedRelease released = planning.release(EVE, plan.id(), plan.version());

        assertThat(released.state()).isInstanceOfSatisfying(PlanState.Released.class,
                state -> assertThat(state.release()).isEqualTo(1));
        assertThat(node.content().get(Releases.class).ofPlan(plan.id().value())).hasValueSatisfying(release -> {
            assertThat(release.message()).isEqualTo("December");
            assertThat(release.by()).isEqualTo(EVE.id().value());
            assertThat(release.entries()).extracting(Entry::publication).containsExactly("faq-one@3", "faq-two@3");
        });
        assertThat(node.heard()).singleElement().isInstanceOf(PlanReleased.class);
    }

    @Test
    void whatever_is_over_cannot_be_moved_or_changed_any_more() {
        node.approved("one");
        PlannedRelease open = node.plan("December", publish("faq-one"));
        PlannedRelease released = planning.release(EVE, open.id(), open.version());
        PlannedRelease given = node.plan("January", publish("faq-one"));
        PlannedRelease cancelled = planning.cancel(EVE, given.id(), given.version());

        for (PlannedRelease over : List.of(released, cancelled)) {
            refusesMove(() -> planning.release(EVE, over.id(), over.version()));
            refusesMove(() -> planning.schedule(EVE, over.id(), over.version(), in(LONG), false));
            refusesMove(() -> planning.unschedule(EVE, over.id(), over.version()));
            refusesMove(() -> planning.cancel(EVE, over.id(), over.version()));
            refusesMove(() -> planning.change(EVE, over.id(), over.version(), over.content()));
            refusesMove(() -> planning.put(EVE, over.id(), publish("faq-two")));
            assertThat(node.find(over)).isEqualTo(over);
        }
    }

    @Test
    void a_scheduled_plan_is_not_changed_before_it_is_unscheduled() {
        node.approved("one");
        PlannedRelease plan = node.plan("December", publish("faq-one"));
        refusesMove(() -> planning.unschedule(EVE, plan.id(), plan.version()));
        PlannedRelease scheduled = node.scheduled(plan, LONG);

        refusesMove(() -> planning.put(EVE, plan.id(), publish("faq-two")));
        refusesMove(() -> planning.remove(EVE, plan.id(), new DocumentId("faq-one")));
        refusesMove(() -> planning.change(EVE, plan.id(), scheduled.version(), plan.content()));
        refusesMove(() -> planning.release(EVE, plan.id(), scheduled.version()));
        refusesMove(() -> planning.schedule(EVE, plan.id(), scheduled.version(), in(LONG), true));

        PlannedRelease open = planning.unschedule(EVE, plan.id(), scheduled.version());
        assertThat(open.state()).isEqualTo(new PlanState.Open());
        assertThat(planning.remove(EVE, plan.id(), new DocumentId("faq-one")).content().changes()).isEmpty();
    }

    @Test
    void a_stale_command_changes_nothing() {
        node.approved("one");
        PlannedRelease plan = node.plan("December", publish("faq-one"));
        PlannedRelease newer = planning.put(ADA, plan.id(), publish("faq-two"));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                () -> planning.change(EVE, plan.id(), plan.version(), plan.content()),
                () -> planning.release(EVE, plan.id(), plan.version()),
                () -> planning.schedule(EVE, plan.id(), plan.version(), in(LONG), true),
                () -> planning.unschedule(EVE, plan.id(), plan.version()),
                () -> planning.cancel(EVE, plan.id(), plan.version()))) {
            assertThat(catchThrowableOfType(StalePlanException.class, command).current()).isEqualTo(newer.version());
        }
        assertThat(node.find(plan)).isEqualTo(newer);
    }

    @Test
    void many_who_add_documents_at_once_all_find_them_in_the_plan() throws Exception {
        int people = 12;
        PlannedRelease plan = node.plan("December");
        try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
            List<Callable<PlannedRelease>> adding = IntStream.range(0, people)
                    .<Callable<PlannedRelease>>mapToObj(
                            person -> () -> planning.put(ADA, plan.id(), publish("faq-number-" + person)))
                    .toList();
            for (Future<PlannedRelease> added : pool.invokeAll(adding)) {
                added.get();
            }
        }
        PlannedRelease full = node.find(plan);
        assertThat(full.content().changes()).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, people).mapToObj(person -> publish("faq-number-" + person)).toList());

        PlannedRelease replaced = planning.put(ADA, plan.id(), withdraw("faq-number-3"));
        assertThat(replaced.content().changes()).hasSize(people).contains(withdraw("faq-number-3"));
        assertThat(planning.put(ADA, plan.id(), withdraw("faq-number-3"))).as("nothing to change").isEqualTo(replaced);
    }

    @Test
    void an_author_prepares_and_only_a_publisher_releases_schedules_and_takes_off_the_schedule() {
        node.approved("one");
        PlannedRelease plan = planning.create(AUTHOR,
                new PlannedRelease.Content("December", "", false, List.of(publish("faq-one"))));
        List<ThrowingCallable> refused = new ArrayList<>(List.of(
                () -> planning.release(AUTHOR, plan.id(), plan.version()),
                () -> planning.schedule(AUTHOR, plan.id(), plan.version(), in(LONG), true)));
        PlannedRelease scheduled = node.scheduled(plan, LONG);
        refused.add(() -> planning.unschedule(AUTHOR, plan.id(), scheduled.version()));
        refused.add(() -> planning.cancel(AUTHOR, plan.id(), scheduled.version()));

        refused.forEach(command -> assertThatThrownBy(command).isInstanceOf(ForbiddenException.class));
        assertThat(node.find(plan)).isEqualTo(scheduled);
        PlannedRelease other = planning.create(AUTHOR, new PlannedRelease.Content("None", "", false, List.of()));
        assertThat(planning.cancel(AUTHOR, other.id(), 1).state()).isInstanceOf(PlanState.Cancelled.class);
    }

    @Test
    void scheduling_pins_the_versions_that_were_seen_and_refuses_what_could_not_be_released() {
        node.approved("one");
        PlannedRelease plan = node.plan("December", publish("faq-one"));
        node.content().get(Editing.class).save(ADA, new DocumentId("faq-one"), 3, faq("one", "As it is not."));

        assertThat(catchThrowableOfType(ReleaseRefusedException.class, () -> node.scheduled(plan, LONG)).problems())
                .extracting(ReleaseProblem::code).containsExactly("not-approved");
        assertThat(node.find(plan)).isEqualTo(plan);

        node.approved("one");
        PlanState state = node.scheduled(plan, LONG).state();
        assertThat(state).isInstanceOfSatisfying(PlanState.Scheduled.class, scheduled -> assertThat(scheduled
                .pinned()).containsExactly(new Change(new DocumentId("faq-one"), Action.PUBLISH, 7)));
        assertThat(node.heard()).singleElement().isInstanceOf(PlanScheduled.class);
    }

    @Test
    void what_is_not_to_be_pinned_may_be_scheduled_before_it_is_ready() {
        PlannedRelease plan = node.plan("December", publish("faq-one"));

        PlannedRelease scheduled = planning.schedule(EVE, plan.id(), plan.version(), in(LONG), false);

        assertThat(planning.preview(EVE, scheduled).problems()).extracting(ReleaseProblem::code)
                .containsExactly("unknown-document");
        PlannedRelease empty = node.plan("Nothing");
        assertThatThrownBy(() -> planning.schedule(EVE, empty.id(), 1, in(LONG), false))
                .isInstanceOf(MalformedReleaseException.class);
    }

    @Test
    void a_check_lists_everything_at_once_and_changes_nothing() {
        node.content().approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        node.content().get(Editing.class).create(ADA, "Faq", new DocumentId("faq-draft"), faq("citing", "Not yet."));
        PlannedRelease plan = node.plan("December", publish("faq-citing"), publish("faq-draft"),
                withdraw("faq-nowhere"), new Change(new DocumentId("faq-citing-2"), Action.PUBLISH, 4));

        ReleasePreview preview = planning.preview(EVE, plan);

        assertThat(preview.problems()).extracting(ReleaseProblem::document, ReleaseProblem::code,
                ReleaseProblem::pointer).containsExactlyInAnyOrder(tuple("faq-draft", "not-approved", ""),
                        tuple("faq-nowhere", "unknown-document", ""), tuple("faq-citing-2", "unknown-document", ""),
                        tuple("faq-draft", "duplicate-slug", "/slug"),
                        tuple("faq-citing", "broken-reference", "/answer"));
        assertThatThrownBy(() -> planning.release(EVE, plan.id(), plan.version()))
                .isInstanceOf(ReleaseRefusedException.class);
        assertThat(node.find(plan).state()).isEqualTo(new PlanState.Open());
        assertThat(latest()).isZero();
    }

    @Test
    void a_preview_is_the_site_as_it_would_be() {
        node.approved("one");
        node.approved("two");
        node.approved("three");
        PlannedRelease first = node.plan("First", publish("faq-one"), publish("faq-two"), publish("faq-three"));
        planning.release(EVE, first.id(), first.version());
        node.approved("one");
        node.approved("four");
        PlannedRelease plan = node.plan("Second", publish("faq-one"), publish("faq-four"), withdraw("faq-two"));

        PreviewView view = PreviewView.of(planning.preview(EVE, plan));

        assertThat(view.release()).isEqualTo(2);
        assertThat(view.releasable()).isTrue();
        assertThat(view.added()).extracting(PreviewView.DocumentView::document, PreviewView.DocumentView::version)
                .containsExactly(tuple("faq-four", 3));
        assertThat(view.updated()).extracting(PreviewView.DocumentView::document, PreviewView.DocumentView::title,
                PreviewView.DocumentView::version, PreviewView.DocumentView::liveVersion)
                .containsExactly(tuple("faq-one", "What about one?", 6, 3));
        assertThat(view.withdrawn()).extracting(PreviewView.DocumentView::document,
                PreviewView.DocumentView::takenAlong).containsExactly(tuple("faq-two", false));
        assertThat(view.remaining()).containsOnlyKeys("Faq").containsEntry("Faq", 1L);
        assertThat(planning.preview(EVE, plan).site().bySlug("Faq", "four")).isPresent();
        assertThat(latest()).isEqualTo(1);
    }

    @Test
    void referrers_are_withdrawn_along_only_where_the_plan_says_so() {
        node.content().approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        node.content().approved("Source", "source-bureau", source("bureau"));
        PlannedRelease first = node.plan("First", publish("faq-citing"), publish("source-bureau"));
        planning.release(EVE, first.id(), first.version());

        PlannedRelease alone = node.plan("Alone", withdraw("source-bureau"));
        assertThat(catchThrowableOfType(ReleaseRefusedException.class, () -> planning.release(EVE, alone.id(), 1))
                .problems()).extracting(ReleaseProblem::code, ReleaseProblem::referrers)
                .containsExactly(tuple("still-referenced", List.of("faq-citing")));

        PlannedRelease along = node.plan("Along", true, withdraw("source-bureau"));
        assertThat(planning.preview(EVE, along).takenAlong()).extracting(Entry::document)
                .containsExactly("faq-citing");
        PlannedRelease scheduled = node.scheduled(along, LONG);
        assertThat(((PlanState.Scheduled) scheduled.state()).pinned()).containsExactly(withdraw("source-bureau"),
                withdraw("faq-citing"));
        PlannedRelease open = planning.unschedule(EVE, along.id(), scheduled.version());
        planning.release(EVE, along.id(), open.version());
        assertThat(node.content().get(LiveSites.class).latest().documents()).isEmpty();
    }

    @Test
    void the_due_time_is_to_come() {
        node.approved("one");
        PlannedRelease plan = node.plan("December", publish("faq-one"));

        assertThat(catchThrowableOfType(UnusableTimeException.class,
                () -> planning.schedule(EVE, plan.id(), 1,
                        new Planning.DueTime(Instant.now().minusSeconds(1).toString(), null), true))
                .reason()).isEqualTo(UnusableTimeException.Reason.PAST);
    }
}
