package io.guidepost.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSiteTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");

    private static Entry published(String id, String slug, int version, Target... references) {
        return new Entry(id, "Faq", slug, slug, Action.PUBLISH, id + "@" + version, List.of(references));
    }

    private static Entry withdrawn(String id, String slug) {
        return new Entry(id, "Faq", slug, slug, Action.WITHDRAW, null, List.of());
    }

    private static Release release(int number, Instant at, Entry... entries) {
        return new Release(number, at, "ada", "", List.of(entries));
    }

    @Test
    void a_published_document_is_found_by_id_and_by_slug() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "first", 1)));

        assertThat(site.release()).isEqualTo(1);
        assertThat(site.byId("one").orElseThrow().publication()).isEqualTo("one@1");
        assertThat(site.bySlug("Faq", "first").orElseThrow().id()).isEqualTo("one");
    }

    @Test
    void an_earlier_site_is_left_as_it_was() {
        LiveSite before = LiveSite.EMPTY.with(release(1, FIRST, published("one", "first", 1)));
        LiveSite after = before.with(release(2, SECOND, withdrawn("one", "first")));

        assertThat(before.byId("one")).isPresent();
        assertThat(after.byId("one")).isEmpty();
        assertThat(after.ofType("Faq")).isEmpty();
        assertThat(after.wasEverLive("one")).isTrue();
    }

    @Test
    void publishing_again_keeps_when_it_first_went_live() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "first", 1)))
                .with(release(2, SECOND, published("one", "renamed", 2)));

        LiveDocument document = site.byId("one").orElseThrow();
        assertThat(document.firstPublishedAt()).isEqualTo(FIRST);
        assertThat(document.publishedAt()).isEqualTo(SECOND);
        assertThat(site.bySlug("Faq", "first")).isEmpty();
    }

    @Test
    void two_documents_may_swap_their_slugs_in_one_release() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "a", 1), published("two", "b", 1)))
                .with(release(2, SECOND, published("one", "b", 2), published("two", "a", 2)));

        assertThat(site.bySlug("Faq", "a").orElseThrow().id()).isEqualTo("two");
        assertThat(site.bySlug("Faq", "b").orElseThrow().id()).isEqualTo("one");
    }

    @Test
    void referrers_are_known_by_id_and_by_slug_until_they_refer_no_more() {
        Target byId = new Target("Faq", "one", false);
        Target bySlug = new Target("Faq", "a", true);
        LiveSite site = LiveSite.EMPTY.with(
                release(1, FIRST, published("one", "a", 1), published("two", "b", 1, byId),
                        published("three", "c", 1, bySlug)));

        assertThat(site.referrers(site.byId("one").orElseThrow())).containsExactly("three", "two");

        LiveSite later = site.with(release(2, SECOND, published("two", "b", 2), withdrawn("three", "c")));
        assertThat(later.referrers(later.byId("one").orElseThrow())).isEmpty();
    }
}
