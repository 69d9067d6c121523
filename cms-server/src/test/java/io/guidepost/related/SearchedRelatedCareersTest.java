package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.related.ExplainedCareers.Explained;
import io.guidepost.related.GuideIndex.Part;
import io.guidepost.related.Guides.Choices;
import io.guidepost.related.RelatedCareers.Career;
import io.guidepost.related.RelatedCareers.Reason;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.TestSites;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchedRelatedCareersTest {

    private final LiveSite site = TestSites.of(Map.of("ai", "RoleGuide", "data", "RoleGuide", "ux", "RoleGuide", "law",
            "RoleGuide", "faq", "Faq"));
    private final FakeGuideIndex index = new FakeGuideIndex();
    private final FakeLiveVectors vectors = new FakeLiveVectors();
    private final LiveSites sites = new LiveSites() {
        @Override
        public LiveSite latest() {
            return site;
        }

        @Override
        public LiveSite at(int release) {
            return site;
        }
    };
    private final GuideFollower follower = new GuideFollower(sites, index, new IndexedGuides(new FakeGuides(), vectors),
            new CoInterests(new FakeSnapshots()), Clock.systemUTC());
    private final SimilarGuides guides = similar(Duration.ofSeconds(10));
    private final SearchedRelatedCareers careers = new SearchedRelatedCareers(guides);
    private final LiveDocument guide = site.byId("ai").orElseThrow();

    private SimilarGuides similar(Duration patience) {
        return new SimilarGuides(index, follower,
                new Questions(new FakeGuides(), vectors, new CoInterests(new FakeSnapshots()),
                        follower)::about,
                sites,
                patience, Duration.ZERO);
    }

    @BeforeEach
    void follow() {
        follower.tick();
    }

    @AfterEach
    void stop() {
        follower.stop();
        guides.destroy();
        index.hung.countDown();
    }

    private List<String> ids(Related related) {
        return related.careers().stream().map(Career::documentId).toList();
    }

    @Test
    void pins_come_first_and_exclusions_never() {
        index.similar = List.of("data", "ux", "law");

        Related related = careers.related(site, guide, List.of("law"), List.of("data"), 10);

        assertThat(related.degraded()).isFalse();
        assertThat(related.careers()).containsExactly(new Career("law", Reason.PINNED),
                new Career("ux", Reason.SIMILAR));
    }

    @Test
    void only_live_guides_come_and_never_the_guide_itself() {
        index.similar = List.of("ai", "gone", "faq", "data");

        assertThat(ids(careers.related(site, guide, List.of("faq", "ai"), List.of(), 10))).containsExactly("data");
    }

    @Test
    void no_more_come_than_are_asked_for() {
        index.similar = List.of("data", "ux", "law");

        assertThat(ids(careers.related(site, guide, List.of(), List.of(), 2))).containsExactly("data", "ux");
    }

    @Test
    void pins_alone_come_while_the_engine_is_away() {
        index.away = true;

        Related related = careers.related(site, guide, List.of("ux"), List.of(), 3);

        assertThat(related.degraded()).isTrue();
        assertThat(related.careers()).containsExactly(new Career("ux", Reason.PINNED));
    }

    @Test
    void a_question_asked_again_costs_no_search() {
        index.similar = List.of("data");
        careers.related(site, guide, List.of(), List.of(), 3);
        careers.related(site, guide, List.of("ux"), List.of(), 1);

        assertThat(index.searches()).isEqualTo(1);
    }

    @Test
    void what_the_engine_told_last_comes_while_it_is_away() {
        index.similar = List.of("data");
        careers.related(site, guide, List.of(), List.of(), 3);
        lose();

        Related related = careers.related(site, guide, List.of(), List.of(), 3);

        assertThat(related.degraded()).isTrue();
        assertThat(ids(related)).containsExactly("data");
    }

    @Test
    void when_the_index_has_changed_the_last_answer_comes_until_there_is_a_new_one() {
        index.similar = List.of("data");
        careers.related(site, guide, List.of(), List.of(), 3);
        lose();
        index.away = false;
        index.similar = List.of("law");
        int before = careers.generation();
        follower.tick();
        int changed = careers.generation();

        Related last = careers.related(site, guide, List.of(), List.of(), 3);
        await().until(() -> careers.generation() > changed);

        assertThat(changed).isGreaterThan(before);
        assertThat(last.degraded()).isFalse();
        assertThat(ids(careers.related(site, guide, List.of(), List.of(), 3))).containsExactly("law");
    }

    @Test
    void a_new_answer_that_fails_to_come_is_asked_for_again() {
        index.similar = List.of("data");
        careers.related(site, guide, List.of(), List.of(), 3);
        lose();
        index.away = false;
        follower.tick();
        index.failures = 3;
        index.similar = List.of("law");
        int before = careers.generation();

        careers.related(site, guide, List.of(), List.of(), 3);
        await().until(() -> careers.generation() > before);

        assertThat(ids(careers.related(site, guide, List.of(), List.of(), 3))).containsExactly("law");
    }

    @Test
    void nobody_waits_for_an_engine_that_hangs_once_one_has_waited_in_vain() {
        index.hangs = true;
        SimilarGuides impatient = similar(Duration.ZERO);
        assertThat(impatient.to(guide, site).degraded()).isTrue();
        assertThat(impatient.to(site.byId("ux").orElseThrow(), site).degraded()).isTrue();

        index.similar = List.of("data");
        index.hung.countDown();

        await().until(() -> !impatient.to(guide, site).degraded());
        assertThat(impatient.to(guide, site).ids()).containsExactly("data");
        impatient.destroy();
    }

    @Test
    void while_the_engine_takes_nothing_new_it_is_asked_as_it_is_and_that_is_said() {
        index.similar = List.of("data");
        index.refusal = "disk full";
        vectors.add("ai@1");
        follower.tick();

        Related related = careers.related(site, guide, List.of(), List.of(), 3);

        assertThat(related.degraded()).isTrue();
        assertThat(ids(related)).containsExactly("data");

        index.refusal = null;
        follower.tick();

        assertThat(careers.related(site, guide, List.of(), List.of(), 3).degraded()).isFalse();
    }

    private void lose() {
        index.away = true;
        for (int tick = 0; tick < 10; tick++) {
            follower.tick();
        }
        assertThat(follower.release()).isEqualTo(-1);
    }

    @Test
    void an_index_that_lost_its_guides_is_filled_again() {
        index.held.clear();
        for (int tick = 0; tick < 10; tick++) {
            follower.tick();
        }

        assertThat(index.held).containsOnlyKeys("ai", "data", "ux", "law");
    }

    @Test
    void a_guide_is_indexed_again_when_its_vector_is_there_and_when_the_centre_moves() {
        assertThat(index.held).containsEntry("ai", "ai@1");

        vectors.add("ai@1");
        follower.tick();

        assertThat(index.held).containsEntry("ai", "ai@1 0").containsEntry("ux", "ux@1");

        vectors.centre(new Centre(7, 1, new float[3]));
        follower.tick();

        assertThat(index.held).containsEntry("ai", "ai@1 7").containsEntry("ux", "ux@1");
    }

    @Test
    void while_many_guides_are_embedded_those_that_are_done_come_in_from_time_to_time() {
        vectors.restless();
        vectors.add("ai@1");
        follower.tick();

        assertThat(index.held).containsEntry("ai", "ai@1");

        for (int tick = 0; tick < 10; tick++) {
            follower.tick();
        }

        assertThat(index.held).containsEntry("ai", "ai@1 0");
    }

    @Test
    void explained_careers_are_those_that_readers_see_and_only_what_was_found_has_a_score() {
        index.similar = List.of("data", "ux");
        FakeGuides choosing = new FakeGuides();
        choosing.choices = new Choices(List.of("law"), List.of("data"));

        Explained explained = explained(choosing).of("ai", 10);

        assertThat(explained.degraded()).isFalse();
        assertThat(explained.careers()).extracting(career -> career.guide().id()).containsExactly("law", "ux");
        assertThat(explained.careers().getFirst().score()).isNull();
        assertThat(explained.careers().getLast().shares()).isEqualTo(Map.of(Part.TEXT, 1.0));
    }

    @Test
    void nothing_is_explained_while_the_engine_is_away() {
        lose();
        FakeGuides choosing = new FakeGuides();
        choosing.choices = new Choices(List.of("law"), List.of());

        Explained explained = explained(choosing).of("ai", 10);

        assertThat(explained.degraded()).isTrue();
        assertThat(explained.careers()).singleElement().satisfies(career -> {
            assertThat(career.reason()).isEqualTo(Reason.PINNED);
            assertThat(career.score()).isNull();
        });
    }

    @Test
    void what_is_no_live_guide_has_no_related_careers() {
        assertThatThrownBy(() -> explained(new FakeGuides()).of("faq", 10)).isInstanceOf(NoLiveGuideException.class);
        assertThatThrownBy(() -> explained(new FakeGuides()).of("gone", 10)).isInstanceOf(NoLiveGuideException.class);
    }

    private ExplainedCareers explained(Guides choosing) {
        return new ExplainedCareers(sites, choosing,
                new Questions(choosing, vectors, new CoInterests(new FakeSnapshots()), follower),
                index, careers);
    }
}
