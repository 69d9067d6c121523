package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.related.RelatedCareers.Career;
import io.guidepost.related.RelatedCareers.Reason;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.TestSites;
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
    private final IndexFollower follower = new IndexFollower(new LiveSites() {
        @Override
        public LiveSite latest() {
            return site;
        }

        @Override
        public LiveSite at(int release) {
            return site;
        }
    }, index, guides -> guides.stream().map(guide -> new GuideIndex.Guide(guide.id(), guide.publication(), "", ""))
            .toList());
    private final SimilarGuides guides = new SimilarGuides(index, follower, Duration.ofSeconds(10), Duration.ZERO);
    private final SearchedRelatedCareers careers = new SearchedRelatedCareers(guides);
    private final LiveDocument guide = site.byId("ai").orElseThrow();

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
        SimilarGuides impatient = new SimilarGuides(index, follower, Duration.ZERO, Duration.ZERO);
        assertThat(impatient.to(guide, site).degraded()).isTrue();
        assertThat(impatient.to(site.byId("ux").orElseThrow(), site).degraded()).isTrue();

        index.similar = List.of("data");
        index.hung.countDown();

        await().until(() -> !impatient.to(guide, site).degraded());
        assertThat(impatient.to(guide, site).ids()).containsExactly("data");
        impatient.destroy();
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
}
