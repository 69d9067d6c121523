package io.guidepost.release;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Live;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.event.EventListener;

class ReleasesTest {

    private static final int PUBLISHERS = 16;

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private ContentNode node;

    @BeforeEach
    void start() {
        node = new ContentNode(mongo.database());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static Change publish(String id) {
        return Change.publish(new DocumentId(id));
    }

    private static Change withdraw(String id) {
        return Change.withdraw(new DocumentId(id));
    }

    private Release release(Change... changes) {
        return node.get(Releases.class).publish(EVE, new ReleaseRequest(List.of(changes), "A release"));
    }

    private List<ReleaseProblem> refused(Change... changes) {
        int before = log().latest();
        List<ReleaseProblem> problems = catchThrowableOfType(ReleaseRefusedException.class, () -> release(changes))
                .problems();
        assertThat(log().latest()).as("nothing is released").isEqualTo(before);
        assertThat(node.get(Releases.class).preview(EVE, new ReleaseRequest(List.of(changes), "")).problems())
                .isEqualTo(problems);
        return problems;
    }

    private ReleaseLog log() {
        return node.get(ReleaseLog.class);
    }

    private LiveSite site() {
        return node.get(LiveSites.class).latest();
    }

    private void faqIsApproved(String id, String slug) {
        node.approved("Faq", id, faq(slug, "As it is."));
    }

    /** Has everybody release at once, half of them on another node, and returns what each of them got. */
    private <T> List<T> race(ContentNode other, PublisherOf<T> publisher) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PUBLISHERS);
        try (ExecutorService people = Executors.newFixedThreadPool(PUBLISHERS)) {
            List<Callable<T>> races = IntStream.range(0, PUBLISHERS).<Callable<T>>mapToObj(person -> () -> {
                Releases releases = (person % 2 == 0 ? node : other).get(Releases.class);
                together.await();
                return publisher.release(releases, person);
            }).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : people.invokeAll(races)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private interface PublisherOf<T> {

        T release(Releases releases, int person);
    }

    @Test
    void publishers_on_two_nodes_who_race_get_numbers_without_gaps_and_each_release_is_whole() throws Exception {
        for (int person = 0; person < PUBLISHERS; person++) {
            faqIsApproved("faq-one-of-" + person, "one-of-" + person);
            faqIsApproved("faq-two-of-" + person, "two-of-" + person);
        }
        try (ContentNode other = new ContentNode(mongo.database())) {
            List<Release> made = race(other, (releases, person) -> releases.publish(EVE, new ReleaseRequest(List.of(
                    publish("faq-one-of-" + person), publish("faq-two-of-" + person)), "By " + person)));

            assertThat(made).extracting(Release::number).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1,
                    PUBLISHERS).boxed().toList());
            assertThat(log().after(0, 100)).containsExactlyInAnyOrderElementsOf(made)
                    .isSortedAccordingTo((one, next) -> Integer.compare(one.number(), next.number()))
                    .isSortedAccordingTo((one, next) -> one.at().compareTo(next.at()));
            for (int person = 0; person < PUBLISHERS; person++) {
                assertThat(made.get(person).message()).isEqualTo("By " + person);
                assertThat(made.get(person).entries()).extracting(Entry::publication).containsExactly("faq-one-of-"
                        + person + "@3", "faq-two-of-" + person + "@3");
            }
            for (ContentNode each : List.of(node, other)) {
                LiveSite site = each.get(FollowedLiveSites.class).catchUp();
                assertThat(site.release()).isEqualTo(PUBLISHERS);
                assertThat(site.documents()).hasSize(2 * PUBLISHERS);
            }
        }
        for (Release release : log().after(0, 100)) {
            for (Entry entry : release.entries()) {
                assertThat(node.find(entry.document()).live()).isEqualTo(new Live(release.number(), 3));
            }
        }
    }

    @Test
    void of_those_who_race_for_a_slug_one_gets_it() throws Exception {
        IntStream.range(0, PUBLISHERS).forEach(person -> faqIsApproved("faq-of-" + person, "wanted"));
        try (ContentNode other = new ContentNode(mongo.database())) {
            List<String> outcomes = race(other, (releases, person) -> {
                try {
                    releases.publish(EVE, new ReleaseRequest(List.of(publish("faq-of-" + person)), ""));
                    return "released";
                } catch (ReleaseRefusedException refusal) {
                    return refusal.problems().getFirst().code();
                }
            });

            assertThat(outcomes).containsOnlyOnce("released").containsOnly("released", "duplicate-slug");
            assertThat(log().latest()).isEqualTo(1);
        }
    }

    @Test
    void a_slug_of_another_live_document_is_refused_naming_it_and_two_may_swap_theirs_in_one_release() {
        faqIsApproved("faq-one", "first");
        faqIsApproved("faq-two", "second");
        release(publish("faq-one"), publish("faq-two"));
        faqIsApproved("faq-one", "second");
        faqIsApproved("faq-two", "first");

        assertThat(refused(publish("faq-one"))).extracting(ReleaseProblem::document, ReleaseProblem::pointer,
                ReleaseProblem::code, ReleaseProblem::message, ReleaseProblem::referrers).containsExactly(
                        tuple("faq-one", "/slug", "duplicate-slug",
                                "The slug “second” belongs to “What about second?” (faq-two) already.",
                                List.of("faq-two")));

        release(publish("faq-one"), publish("faq-two"));
        assertThat(site().bySlug("Faq", "second").orElseThrow().id()).isEqualTo("faq-one");
        assertThat(site().bySlug("Faq", "first").orElseThrow().id()).isEqualTo("faq-two");
    }

    @Test
    void two_documents_of_one_release_cannot_have_the_same_slug() {
        faqIsApproved("faq-one", "wanted");
        faqIsApproved("faq-two", "wanted");

        assertThat(refused(publish("faq-one"), publish("faq-two"))).extracting(ReleaseProblem::code).containsExactly(
                "duplicate-slug");
    }

    @Test
    void a_citation_of_what_would_not_be_live_is_refused_and_of_what_comes_along_is_not() {
        node.approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        node.approved("Source", "source-bureau", source("bureau"));

        assertThat(refused(publish("faq-citing"))).extracting(ReleaseProblem::document, ReleaseProblem::code,
                ReleaseProblem::pointer).containsExactly(tuple("faq-citing", "broken-reference", "/answer"));

        release(publish("faq-citing"), publish("source-bureau"));
        assertThat(site().documents()).hasSize(2);
    }

    @Test
    void what_a_live_document_cites_is_withdrawn_together_with_it_and_not_alone() {
        node.approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        node.approved("Source", "source-bureau", source("bureau"));
        release(publish("faq-citing"), publish("source-bureau"));

        assertThat(refused(withdraw("source-bureau"))).extracting(ReleaseProblem::code, ReleaseProblem::referrers)
                .containsExactly(tuple("still-referenced", List.of("faq-citing")));
        node.approved("Source", "source-bureau", source("office"));
        assertThat(refused(publish("source-bureau"))).as("under another slug nobody finds it").extracting(
                ReleaseProblem::code).containsExactly("still-referenced");

        release(withdraw("source-bureau"), withdraw("faq-citing"));
        assertThat(site().documents()).isEmpty();
        assertThat(node.find("source-bureau").live()).isEqualTo(new Live(2, null));
    }

    @Test
    void what_refers_to_what_is_withdrawn_goes_along_by_way_of_others_too_if_that_is_asked_for() {
        node.approved("Source", "source-bureau", source("bureau"));
        node.approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        faqIsApproved("faq-other", "other");
        release(publish("source-bureau"), publish("faq-citing"), publish("faq-other"));
        Releases releases = node.get(Releases.class);
        ReleaseRequest request = new ReleaseRequest(List.of(withdraw("source-bureau")), "", true);

        assertThat(releases.preview(EVE, request).takenAlong()).extracting(Entry::document, Entry::action)
                .containsExactly(tuple("faq-citing", Action.WITHDRAW));
        Release made = releases.publish(EVE, request);

        assertThat(made.entries()).extracting(Entry::document).containsExactly("source-bureau", "faq-citing");
        assertThat(site().documents()).extracting(LiveDocument::id).containsExactly("faq-other");
    }

    @Test
    void releases_are_listed_from_the_newest_on_with_the_number_of_documents_only() {
        List.of("one", "two", "three").forEach(slug -> faqIsApproved("faq-" + slug, slug));
        Release first = release(publish("faq-one"), publish("faq-two"));
        Release second = release(withdraw("faq-one"), publish("faq-three"), withdraw("faq-two"));

        assertThat(log().before(Integer.MAX_VALUE, 9)).containsExactly(
                new ReleaseSummary(2, second.at(), EVE.id().value(), "A release", null, null, 1, 2),
                new ReleaseSummary(1, first.at(), EVE.id().value(), "A release", null, null, 2, 0));
        assertThat(log().before(Integer.MAX_VALUE, 1)).extracting(ReleaseSummary::number).containsExactly(2);
        assertThat(log().before(2, 9)).extracting(ReleaseSummary::number).containsExactly(1);
    }

    @Test
    void what_is_published_in_the_same_release_is_never_withdrawn_along() {
        node.approved("Source", "source-bureau", source("bureau"));
        node.approved("Faq", "faq-citing", faq("citing", "Somebody says so [@bureau]."));
        release(publish("source-bureau"), publish("faq-citing"));
        node.approved("Faq", "faq-citing", faq("citing", "Nobody says so."));

        Release made = node.get(Releases.class).publish(EVE,
                new ReleaseRequest(List.of(withdraw("source-bureau"), publish("faq-citing")), "", true));

        assertThat(made.entries()).extracting(Entry::document, Entry::action).containsExactly(
                tuple("source-bureau", Action.WITHDRAW), tuple("faq-citing", Action.PUBLISH));
    }

    @Test
    void of_those_who_race_for_a_plan_one_releases_it_and_all_are_told_so() throws Exception {
        IntStream.range(0, PUBLISHERS).forEach(person -> faqIsApproved("faq-of-" + person, "of-" + person));
        try (ContentNode other = new ContentNode(mongo.database())) {
            List<Release> made = race(other, (releases, person) -> releases.publish(EVE, new ReleaseRequest(List.of(
                    publish("faq-of-" + person)), "By " + person), "the-plan", () -> true).orElseThrow());

            assertThat(made).containsOnly(log().find(1).orElseThrow());
            assertThat(log().latest()).isEqualTo(1);
            assertThat(site().documents()).hasSize(1);
        }
    }

    @Test
    void a_release_of_a_plan_that_is_not_meant_any_more_is_not_made() {
        faqIsApproved("faq-one", "first");

        assertThat(node.get(Releases.class).publish(EVE, new ReleaseRequest(List.of(publish("faq-one")), ""),
                "the-plan", () -> false)).isEmpty();
        assertThat(log().latest()).isZero();
    }

    @Test
    void a_release_of_many_documents_takes_few_commands() {
        List<Change> changes = IntStream.range(0, 200).mapToObj(number -> {
            faqIsApproved("faq-of-" + number, "of-" + number);
            return publish("faq-of-" + number);
        }).toList();
        AtomicInteger commands = new AtomicInteger();
        CommandListener counting = new CommandListener() {

            @Override
            public void commandStarted(CommandStartedEvent event) {
                commands.incrementAndGet();
            }
        };
        try (MongoClient client = mongo.observed(counting);
                ContentNode other = new ContentNode(client.getDatabase("guidepost"))) {
            int before = commands.get();
            other.get(Releases.class).publish(EVE, new ReleaseRequest(changes, ""));
            assertThat(commands.get() - before).isLessThan(40);
        }
    }

    @Test
    void what_is_not_approved_as_it_stands_is_refused_with_all_that_comes_along() {
        faqIsApproved("faq-ready", "ready");
        faqIsApproved("faq-edited", "edited");
        node.get(Editing.class).save(ADA, new DocumentId("faq-edited"), 3, faq("edited", "As it is not."));

        assertThat(refused(publish("faq-ready"), publish("faq-edited"), publish("faq-nowhere"))).extracting(
                ReleaseProblem::document, ReleaseProblem::code).containsExactly(tuple("faq-edited", "not-approved"),
                        tuple("faq-nowhere", "unknown-document"));
        assertThat(refused(new Change(new DocumentId("faq-ready"), Action.PUBLISH, 2))).extracting(
                ReleaseProblem::code).containsExactly("stale-version");
        assertThat(refused(withdraw("faq-ready"))).extracting(ReleaseProblem::code).containsExactly("not-live");
        assertThat(site()).isSameAs(LiveSite.EMPTY);
    }

    @Test
    void working_copies_learn_of_a_release_that_a_node_logged_before_it_was_cut_off() {
        faqIsApproved("faq-one", "first");
        faqIsApproved("faq-two", "second");
        release(publish("faq-one"), publish("faq-two"));
        node.close();
        List<Entry> entries = Stream.of(new Entry("faq-one", "Faq", "first", "", Action.WITHDRAW, null, List.of()),
                new Entry("faq-two", "Faq", "second", "", Action.PUBLISH, "faq-two@6", List.of())).toList();
        assertThat(new MongoReleaseLog(mongo.database()).append(new Release(2, Instant.now(), "eve", "", entries)))
                .isTrue();

        node = new ContentNode(mongo.database());

        assertThat(node.find("faq-one").live()).isEqualTo(new Live(2, null));
        assertThat(node.find("faq-two").live()).isEqualTo(new Live(2, 6));
        assertThat(site().byId("faq-one")).isEmpty();
    }

    @Test
    void the_log_gives_back_what_was_added() {
        List<Target> references = List.of(new Target("Faq", "a", false), new Target("Faq", "b", false),
                new Target("Faq",
                        "a", true),
                new Target("Source", "a", true), new Target("Faq", "c", false));
        Release release = new Release(1, Instant.parse("2026-02-28T09:30:00Z"), "eve", "All", null, null,
                List.of(new Entry("a", "Faq", "a", "A", Action.PUBLISH, "a@3", references),
                        Entry.withdraw("b", "Faq", "b", "B")));
        ReleaseLog log = new MongoReleaseLog(mongo.database());

        assertThat(log.append(release)).isTrue();
        assertThat(log.find(1)).contains(release);
        assertThat(log.after(0, 10)).containsExactly(release);
        assertThat(log.append(release)).isFalse();
    }

    @Test
    void a_log_that_has_one_reference_in_each_is_read_as_well() {
        ReleaseLog log = new MongoReleaseLog(mongo.database());
        mongo.database().getCollection("releases").insertOne(Document
                .parse("""
                        {"_id": 1, "at": {"$date": "2026-02-28T09:30:00Z"}, "by": "eve", "message": "", "entries": [
                          {"document": "a", "type": "Faq", "slug": "a", "title": "A", "action": "publish", "publication": "a@3",
                           "references": [{"type": "Faq", "key": "b", "bySlug": false}, {"type": "Faq", "key": "c", "bySlug": true}]}]}
                        """));

        assertThat(log.find(1).orElseThrow().entries().getFirst().references()).containsExactly(
                new Target("Faq", "b", false), new Target("Faq", "c", true));
    }

    @Test
    void a_node_that_starts_tells_once_of_the_site_that_it_found() {
        faqIsApproved("faq-one", "first");
        release(publish("faq-one"));
        node.close();

        node = new ContentNode(mongo.database(), Told.class);

        assertThat(node.get(Told.class).releases).containsExactly(1);
    }

    /** What is told of the live site. */
    private static final class Told {

        private final List<Integer> releases = new CopyOnWriteArrayList<>();

        @EventListener
        void released(SiteReleased event) {
            releases.add(event.site().release());
        }
    }
}
