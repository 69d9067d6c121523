package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.FakeLiveSites;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PurgeTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private final FakeLiveSites sites = new FakeLiveSites();

    @Test
    void a_new_document_is_told_by_its_id_its_type_and_the_slug_that_was_missing() {
        assertThat(published(document("Faq", "one", "first"))).containsExactlyInAnyOrder("edition", "everything",
                "one", "type:Faq", "Faq/first");
    }

    @Test
    void a_document_that_was_there_was_not_missing() {
        published(document("Faq", "one", "first"));

        assertThat(published(document("Faq", "one", "first"))).containsExactlyInAnyOrder("edition", "everything",
                "one", "type:Faq");
    }

    @Test
    void any_guide_may_join_or_leave_the_related_careers() {
        assertThat(published(document("RoleGuide", "guide", "a-guide"))).contains("related");
        assertThat(published(document("RoleGuide", "guide", "a-guide"))).contains("related");
        assertThat(withdrawn("guide")).contains("related", "guide", "type:RoleGuide");
    }

    @Test
    void redirects_are_told_where_they_are_others() {
        assertThat(published(document("Faq", "one", "first"), document("Faq", "two", "other")))
                .doesNotContain("redirects");
        assertThat(published(document("Faq", "one", "second"))).contains("redirects", "Faq/second");
        assertThat(published(document("Faq", "one", "second"))).doesNotContain("redirects");
        assertThat(published(document("Faq", "one", "third"))).as("from another slug as well")
                .contains("redirects");
        assertThat(published(document("Faq", "two", "first"))).as("as many as before").contains("redirects");
    }

    @Test
    void a_hundred_documents_are_told_one_by_one_and_more_as_all() {
        assertThat(published(documents(100))).doesNotContain("all").contains("document-0", "document-99");
        assertThat(published(documents(101))).containsExactly("all");
    }

    @Test
    void figures_are_told_by_the_roles_whose_they_are() {
        FakeSnapshots snapshots = new FakeSnapshots();
        Snapshot before = snapshots.latest();
        Snapshot same = snapshots.take(33);
        Snapshot other = snapshots.take(40);

        assertThat(Purge.after(before, same)).containsExactlyInAnyOrder("edition", "everything", "statistics");
        assertThat(Purge.after(same, other)).containsExactlyInAnyOrder("edition", "everything", "statistics",
                "statistics:ai-specialist");
        assertThat(Purge.after(Snapshot.empty(), other)).as("a role that is new").contains(
                "statistics:ai-specialist");
        assertThat(Purge.after(other, Snapshot.empty())).as("a role that is gone").contains(
                "statistics:ai-specialist");
    }

    @Test
    void a_hundred_roles_are_told_one_by_one_and_more_as_all() {
        assertThat(Purge.after(Snapshot.empty(), FakeSnapshots.ofRoles(100, NOW))).doesNotContain("all")
                .contains("statistics:role-0", "statistics:role-99");
        assertThat(Purge.after(Snapshot.empty(), FakeSnapshots.ofRoles(101, NOW))).containsExactly("all");
    }

    private List<String> published(FakeLiveSites.Published... documents) {
        sites.publish(NOW, List.of(documents));
        return purged();
    }

    private List<String> withdrawn(String id) {
        sites.withdraw(NOW, sites.latest().byId(id).orElseThrow());
        return purged();
    }

    private List<String> purged() {
        int number = sites.latest().release();
        return Purge.after(sites.release(number), sites.at(number - 1), sites.at(number));
    }

    private static FakeLiveSites.Published[] documents(int number) {
        return IntStream.range(0, number).mapToObj(i -> document("Faq", "document-" + i, "slug-" + i))
                .toArray(FakeLiveSites.Published[]::new);
    }

    private static FakeLiveSites.Published document(String type, String id, String slug) {
        return new FakeLiveSites.Published(type, id, slug, JsonNodeFactory.instance.objectNode());
    }
}
