package io.guidepost.release;

import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.editorial.DocumentId;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links in live documents to what a release takes away. */
class LostLinksTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private ContentNode node;
    private Releases releases;

    @BeforeEach
    void three_are_linked_and_two_link() {
        node = new ContentNode(mongo.database(), Map.of("guidepost.checks.pages.Faq", "/faq/{slug}"));
        releases = node.get(Releases.class);
        approved("pay", "As it is.");
        approved("hours", "As they are.");
        approved("leave", "As it is.");
        approved("index", "See [pay](/faq/pay#more) and [hours](hours).");
        approved("start", "Begin with [hours](/faq/hours/), which [hours](/faq/hours/) are.");
        release(publish("pay"), publish("hours"), publish("leave"), publish("index"), publish("start"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void approved(String slug, String answer) {
        node.approved("Faq", "faq-" + slug, faq(slug, answer));
    }

    private static Change publish(String slug) {
        return Change.publish(new DocumentId("faq-" + slug));
    }

    private static Change withdraw(String slug) {
        return Change.withdraw(new DocumentId("faq-" + slug));
    }

    private Release release(Change... changes) {
        return releases.publish(EVE, new ReleaseRequest(List.of(changes), ""));
    }

    private List<ReleaseProblem> warnings(Change... changes) {
        ReleasePreview preview = releases.preview(EVE, new ReleaseRequest(List.of(changes), ""));
        assertThat(preview.problems()).isEmpty();
        return preview.warnings().stream().filter(problem -> problem.code().equals("dead-internal-link")).toList();
    }

    @Test
    void whoever_links_to_what_is_withdrawn_is_named_and_the_release_is_made_all_the_same() {
        assertThat(warnings(withdraw("hours")))
                .extracting(ReleaseProblem::document, ReleaseProblem::pointer, ReleaseProblem::message)
                .containsExactly(tuple("faq-index", "/answer",
                        "The link “hours” leads to no live Faq: correct it, or publish what it leads to."),
                        tuple("faq-start", "/answer",
                                "The link “/faq/hours/” leads to no live Faq: correct it, or publish what it leads to."));
        assertThat(warnings(withdraw("leave"))).isEmpty();
        assertThat(release(withdraw("hours")).number()).isEqualTo(2);
    }

    @Test
    void a_link_that_was_dead_before_is_not_told_again() {
        release(withdraw("hours"));

        assertThat(warnings(withdraw("pay"))).singleElement().returns("faq-index", ReleaseProblem::document)
                .satisfies(problem -> assertThat(problem.message()).startsWith("The link “/faq/pay#more” leads to"));
    }

    @Test
    void a_page_with_another_address_is_as_good_as_withdrawn_unless_another_document_takes_the_old_one() {
        node.approved("Faq", "faq-pay", faq("salary", "As it is."));
        assertThat(warnings(publish("pay"))).extracting(ReleaseProblem::document).containsExactly("faq-index");

        node.approved("Faq", "faq-leave", faq("pay", "As it is."));
        assertThat(warnings(publish("pay"), publish("leave"))).isEmpty();
    }

    @Test
    void what_the_release_changes_or_withdraws_itself_is_not_named() {
        approved("index", "See [pay](/faq/pay).");

        assertThat(warnings(withdraw("hours"), publish("index"), withdraw("start"))).isEmpty();
    }

    @Test
    void rolling_back_names_the_links_that_it_leaves_dead() {
        approved("new", "As it is.");
        release(publish("new"));
        approved("start", "Begin with [this](/faq/new).");
        release(publish("start"));

        assertThat(releases.previewRollBack(EVE, 2).warnings()).extracting(ReleaseProblem::document,
                ReleaseProblem::code).contains(tuple("faq-start", "dead-internal-link"));
    }
}
