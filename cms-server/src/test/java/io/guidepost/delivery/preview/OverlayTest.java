package io.guidepost.delivery.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents.Head;
import io.guidepost.release.Action;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final LiveSite live = LiveSite.EMPTY.with(new Release(1, FIRST, "ada", "", Stream.of("ann", "bob")
            .map(id -> new Entry(id, "Faq", id + "-slug", id, Action.PUBLISH, id + "@3", List.of())).toList()));

    private static Head head(String id, String slug, int version) {
        return new Head(new DocumentId(id), "Faq", slug, id, version);
    }

    private LiveSite over(Head... heads) {
        return Overlay.over(live, List.of(heads), List.of(), NOW);
    }

    private static Map<String, String> publications(LiveSite site) {
        return site.ofType("Faq").values().stream()
                .collect(Collectors.toMap(LiveDocument::slug, LiveDocument::publication));
    }

    @Test
    void working_copies_stand_in_for_what_is_live_and_beside_it() {
        assertThat(publications(over(head("ann", "ann-slug", 4), head("cid", "cid-slug", 1))))
                .isEqualTo(Map.of("ann-slug", "ann@4", "bob-slug", "bob@3", "cid-slug", "cid@1"));
    }

    @Test
    void what_is_live_as_it_stands_stays_as_it_went_live() {
        LiveSite site = over(head("ann", "ann-slug", 3), head("bob", "bob-slug", 4));

        assertThat(site.byId("ann")).isEqualTo(live.byId("ann"));
        assertThat(site.byId("bob").orElseThrow().publishedAt()).isEqualTo(NOW);
        assertThat(site.byId("bob").orElseThrow().firstPublishedAt()).isEqualTo(FIRST);
    }

    @Test
    void the_edition_beneath_is_that_of_the_live_site() {
        assertThat(over(head("ann", "ann-slug", 4)).release()).isEqualTo(1);
    }

    @Test
    void withdrawn_documents_are_gone() {
        assertThat(publications(Overlay.over(live, List.of(), List.of("ann", "nobody"), NOW)))
                .isEqualTo(Map.of("bob-slug", "bob@3"));
    }

    @Test
    void a_draft_without_a_slug_stands_under_its_id() {
        assertThat(publications(over(head("cid", "", 1)))).containsEntry("cid", "cid@1");
    }

    @Test
    void a_slug_stays_with_the_document_that_has_it_on_the_live_site() {
        assertThat(publications(over(head("aaa", "bob-slug", 1), head("bob", "bob-slug", 4))))
                .containsEntry("bob-slug", "bob@4").containsEntry("bob-slug-aaa", "aaa@1");
        assertThat(publications(over(head("aaa", "bob-slug", 1)))).as("a live document that is not looked at")
                .containsEntry("bob-slug", "bob@3").containsEntry("bob-slug-aaa", "aaa@1");
    }

    @Test
    void a_slug_that_is_given_up_is_free_and_goes_to_the_first_by_id() {
        assertThat(publications(over(head("bob", "new-slug", 4), head("dan", "bob-slug", 1),
                head("cid", "bob-slug", 1)))).containsEntry("bob-slug", "cid@1")
                .containsEntry("bob-slug-dan", "dan@1").containsEntry("new-slug", "bob@4");
    }

    @Test
    void a_stand_in_never_takes_the_slug_of_another() {
        assertThat(publications(over(head("bob-slug", "", 1)))).containsEntry("bob-slug", "bob@3")
                .containsEntry("bob-slug-bob-slug", "bob-slug@1");
    }
}
