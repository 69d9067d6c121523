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
    void former_slugs_lead_to_the_newest_slug_of_their_document() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "a", 1)))
                .with(release(2, SECOND, published("one", "b", 2)))
                .with(release(3, SECOND, published("one", "c", 3)));

        assertThat(site.redirects()).containsExactly(new Redirect("Faq", "a", "c"), new Redirect("Faq", "b", "c"));
    }

    @Test
    void the_slug_of_a_withdrawn_document_leads_nowhere_until_it_comes_back() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "a", 1)))
                .with(release(2, SECOND, withdrawn("one", "a")));
        assertThat(site.redirects()).containsExactly(new Redirect("Faq", "a", null));

        assertThat(site.with(release(3, SECOND, published("one", "a", 2))).redirects()).isEmpty();
        assertThat(site.with(release(3, SECOND, published("one", "b", 2))).redirects())
                .containsExactly(new Redirect("Faq", "a", "b"));
    }

    @Test
    void a_slug_that_another_document_has_taken_is_no_former_one() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "a", 1)))
                .with(release(2, SECOND, published("one", "b", 2), published("two", "a", 1)));
        assertThat(site.redirects()).isEmpty();

        assertThat(site.with(release(3, SECOND, withdrawn("two", "a"))).redirects())
                .containsExactly(new Redirect("Faq", "a", null));
    }

    @Test
    void swapped_slugs_and_a_document_published_again_are_no_redirects() {
        LiveSite site = LiveSite.EMPTY.with(release(1, FIRST, published("one", "a", 1), published("two", "b", 1)))
                .with(release(2, SECOND, published("one", "b", 2), published("two", "a", 2)))
                .with(release(3, SECOND, published("one", "b", 3)));

        assertThat(site.redirects()).isEmpty();
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
