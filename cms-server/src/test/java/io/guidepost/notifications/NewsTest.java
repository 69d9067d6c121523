package io.guidepost.notifications;

import static io.guidepost.notifications.NewsNode.id;
import static io.guidepost.notifications.NotificationKind.APPROVAL_GIVEN;
import static io.guidepost.notifications.NotificationKind.APPROVAL_VOIDED;
import static io.guidepost.notifications.NotificationKind.APPROVED;
import static io.guidepost.notifications.NotificationKind.CHANGES_REQUESTED;
import static io.guidepost.notifications.NotificationKind.COMMENT_RESOLVED;
import static io.guidepost.notifications.NotificationKind.COMMENTED;
import static io.guidepost.notifications.NotificationKind.MENTIONED;
import static io.guidepost.notifications.NotificationKind.PLAN_AT_RISK;
import static io.guidepost.notifications.NotificationKind.PLAN_HELD;
import static io.guidepost.notifications.NotificationKind.PLAN_RELEASED;
import static io.guidepost.notifications.NotificationKind.PUBLISHED;
import static io.guidepost.notifications.NotificationKind.REPLIED;
import static io.guidepost.notifications.NotificationKind.REVIEW_REQUESTED;
import static io.guidepost.notifications.NotificationKind.REVIEW_WITHDRAWN;
import static io.guidepost.notifications.NotificationKind.TRASHED;
import static io.guidepost.notifications.NotificationKind.WITHDRAWN;
import static io.guidepost.notifications.Team.ANN;
import static io.guidepost.notifications.Team.EDGAR;
import static io.guidepost.notifications.Team.EVE;
import static io.guidepost.notifications.Team.LEA;
import static io.guidepost.notifications.Team.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.comparison.Anchor;
import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.SaveOptions;
import io.guidepost.editorial.Trash;
import io.guidepost.editorial.Workflow;
import io.guidepost.editorial.comment.Commenting;
import io.guidepost.release.Change;
import io.guidepost.release.plan.PlannedRelease;
import io.guidepost.release.plan.Planning;
import io.guidepost.security.Role;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told what. */
class NewsTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private NewsNode node;

    @BeforeEach
    void open() {
        node = new NewsNode(mongo.database());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void submitted(Reviewers reviewers, String message) {
        node.written(ANN, "one");
        node.reviewing().submit(ANN, id("one"), 1, reviewers, message);
        node.round();
    }

    @Test
    void those_named_are_asked_for_a_review() {
        submitted(new Reviewers(Set.of(EVE.id()), null), "The salaries\r\nare new.");

        assertThat(node.texts(EVE))
                .containsExactly("Ann asks you to review “What about one?”. “The salaries are new.”");
        Notification told = node.of(EVE).getFirst();
        assertThat(told.id()).isEqualTo("faq-one@2:review-requested:eve");
        assertThat(told.kind()).isEqualTo(REVIEW_REQUESTED);
        assertThat(told.by()).isEqualTo(ANN.id());
        assertThat(told.message().about()).isEqualTo(About.document(id("one"), 2));
        assertThat(told.message().link()).isEqualTo("/api/documents/faq-one");
        assertThat(node.all()).isEqualTo(1);
    }

    @Test
    void those_of_the_role_are_asked_for_a_review() {
        submitted(new Reviewers(Set.of(), Role.PUBLISHER), "");

        assertThat(node.kinds(LINUS)).containsExactly(REVIEW_REQUESTED);
        assertThat(node.all()).isEqualTo(1);
    }

    @Test
    void with_nobody_named_all_who_may_review_are_asked_but_for_the_authors_and_those_who_have_left() {
        node.written(ANN, "one");
        node.editing().save(EDGAR, id("one"), 1, ContentNode.faq("one", "Otherwise."));
        node.reviewing().submit(ANN, id("one"), 2);
        node.round();

        assertThat(node.kinds(EVE)).containsExactly(REVIEW_REQUESTED);
        assertThat(node.kinds(LINUS)).containsExactly(REVIEW_REQUESTED);
        assertThat(node.kinds(EDGAR)).isEmpty();
        assertThat(node.kinds(LEA)).isEmpty();
        assertThat(node.kinds(ANN)).isEmpty();
    }

    @Test
    void the_authors_and_whoever_submitted_hear_that_changes_are_asked_for() {
        node.written(ANN, "one");
        node.reviewing().submit(EDGAR, id("one"), 1, new Reviewers(Set.of(EVE.id()), null), "");
        node.reviewing().requestChanges(EVE, id("one"), 2, "Too long.");
        node.round();

        assertThat(node.texts(ANN)).containsExactly("Eve asks for changes to “What about one?”: “Too long.”");
        assertThat(node.kinds(EDGAR)).containsExactly(CHANGES_REQUESTED);
        assertThat(node.kinds(EVE)).containsExactly(REVIEW_REQUESTED);
    }

    @Test
    void the_authors_and_whoever_submitted_hear_of_the_approval() {
        node.written(ANN, "one");
        node.reviewing().submit(EDGAR, id("one"), 1, new Reviewers(Set.of(EVE.id()), null), "");
        node.reviewing().approve(EVE, id("one"), 2);
        node.round();

        assertThat(node.texts(ANN)).containsExactly("Eve approved “What about one?”; it may go live.");
        assertThat(node.kinds(EDGAR)).containsExactly(APPROVED);
        assertThat(node.kinds(EVE)).containsExactly(REVIEW_REQUESTED);
    }

    @Test
    void the_authors_hear_of_an_approval_that_is_not_the_last() {
        Document before = node.submitted(ANN, "one");
        Document approved = node.reviewing().approve(EVE, id("one"), 2);
        node.get(Notifying.class).tell(node.get(WorkflowNews.class).of(before, approvedOnce(before, approved)));

        assertThat(node.texts(ANN))
                .containsExactly("Eve approved “What about one?”; it needs the approval of others, too.");
        assertThat(node.kinds(ANN)).containsExactly(APPROVAL_GIVEN);
    }

    @Test
    void approvers_hear_that_their_approval_is_void_by_which_version_and_whose() {
        node.approved(ANN, EVE, "one");
        node.editing().save(ANN, id("one"), 3, ContentNode.faq("one", "Otherwise."));
        node.round();

        assertThat(node.texts(EVE)).last().isEqualTo(
                "Ann changed “What about one?” (version 4); your approval of version 3 is void.");
        assertThat(node.kinds(EVE)).containsExactly(REVIEW_REQUESTED, APPROVAL_VOIDED);
        assertThat(node.kinds(LINUS)).containsExactly(REVIEW_REQUESTED);
    }

    @Test
    void a_run_of_autosaves_voids_an_approval_once() {
        node.approved(ANN, EVE, "one");
        SaveOptions autosave = new SaveOptions("", true, false);
        node.editing().save(ANN, id("one"), 3, ContentNode.faq("one", "One."), autosave);
        node.round();
        node.editing().save(ANN, id("one"), 4, ContentNode.faq("one", "One, two."), autosave);
        node.round();
        node.editing().save(ANN, id("one"), 5, ContentNode.faq("one", "One, two, three."));
        node.round();

        assertThat(node.kinds(EVE)).containsExactly(REVIEW_REQUESTED, APPROVAL_VOIDED);
    }

    @Test
    void those_who_were_asked_hear_that_a_submission_is_taken_back() {
        node.submitted(ANN, "one");
        node.reviewing().withdrawSubmission(ANN, id("one"), 2);
        node.round();

        assertThat(node.texts(EVE)).last().isEqualTo(
                "Ann took “What about one?” back from review; you need not review it any more.");
        assertThat(node.kinds(LINUS)).containsExactly(REVIEW_REQUESTED, REVIEW_WITHDRAWN);
        assertThat(node.kinds(ANN)).isEmpty();
    }

    @Test
    void those_who_were_asked_hear_that_what_they_should_review_has_changed() {
        node.submitted(ANN, "one");
        node.editing().save(ANN, id("one"), 2, ContentNode.faq("one", "Otherwise."));
        node.round();

        assertThat(node.texts(EVE)).last()
                .isEqualTo("Ann changed “What about one?”; you need not review it any more.");
        assertThat(node.kinds(EDGAR)).containsExactly(REVIEW_REQUESTED, REVIEW_WITHDRAWN);
    }

    @Test
    void whoever_wrote_was_asked_to_review_or_approved_a_document_hears_once_that_it_is_in_the_trash() {
        submitted(new Reviewers(Set.of(EVE.id()), null), "");
        node.approved(ANN, LINUS, "two");
        node.submitted(EDGAR, "three");
        node.reviewing().requestChanges(EVE, id("three"), 2, "No.");
        node.round();
        int before = node.all();
        node.get(Trash.class).delete(EDGAR, id("one"), 2, false);
        node.get(Trash.class).delete(EDGAR, id("two"), 3, false);
        node.get(Trash.class).delete(EDGAR, id("three"), 3, false);
        node.round();

        assertThat(node.texts(ANN)).endsWith("Edgar put “What about one?” into the trash.",
                "Edgar put “What about two?” into the trash.");
        assertThat(node.kinds(EVE)).endsWith(TRASHED, TRASHED);
        assertThat(node.texts(LINUS)).last().isEqualTo("Edgar put “What about two?” into the trash.");
        assertThat(node.all()).isEqualTo(before + 5);
    }

    @Test
    void a_request_for_a_review_is_read_once_somebody_has_reviewed_it() {
        node.submitted(ANN, "one");
        node.round();
        assertThat(node.unread(LINUS)).containsExactly(REVIEW_REQUESTED);
        node.reviewing().approve(EVE, id("one"), 2);
        node.submitted(ANN, "two");
        node.reviewing().requestChanges(LINUS, id("two"), 2, "No.");
        node.round();

        assertThat(node.unread(LINUS)).isEmpty();
        assertThat(node.unread(EVE)).isEmpty();
        assertThat(node.kinds(LINUS)).containsExactly(REVIEW_REQUESTED, REVIEW_REQUESTED);
    }

    @Test
    void a_request_for_a_review_is_read_once_it_is_taken_back_or_void_and_a_new_one_is_not() {
        node.submitted(ANN, "one");
        node.reviewing().withdrawSubmission(ANN, id("one"), 2);
        node.submitted(ANN, "two");
        node.round();
        node.editing().save(ANN, id("two"), 2, ContentNode.faq("two", "Otherwise."));
        node.reviewing().submit(ANN, id("two"), 3);
        node.round();

        assertThat(node.unread(EVE)).containsExactlyInAnyOrder(REVIEW_REQUESTED, REVIEW_WITHDRAWN, REVIEW_WITHDRAWN);
        assertThat(node.of(EVE)).filteredOn(one -> one.kind() == REVIEW_REQUESTED && one.read() == null)
                .extracting(Notification::id).containsExactly("faq-two@4:review-requested:eve");
    }

    @Test
    void whoever_gave_the_first_of_two_approvals_has_done_their_part_and_the_others_have_not() {
        Document before = node.submitted(ANN, "one");
        node.round();
        Document approved = node.reviewing().approve(EVE, id("one"), 2);
        node.get(MootReviews.class).settle(before, approvedOnce(before, approved));

        assertThat(node.unread(EVE)).isEmpty();
        assertThat(node.unread(LINUS)).containsExactly(REVIEW_REQUESTED);
    }

    /** The document as it would be if it needed two approvals. */
    private static Document approvedOnce(Document before, Document approved) {
        Workflow.InReview review = (Workflow.InReview) before.workflow();
        return new Document(approved.id(), approved.type(), 3, approved.body(), approved.authors(),
                new Workflow.InReview(review.by(), review.at(), review.reviewers(),
                        List.of(new Approval(EVE.id(), review.at(), approved.body().hash()))),
                approved.revision(), approved.created(), null, null);
    }

    @Test
    void authors_hear_once_a_release_that_their_documents_went_live_and_that_they_were_withdrawn() {
        for (String slug : List.of("one", "two")) {
            node.approved(ANN, EVE, slug);
        }
        node.approved(EDGAR, EVE, "three");
        node.released(LINUS, Change.publish(id("one")), Change.publish(id("two")), Change.publish(id("three")));
        node.released(LINUS, Change.withdraw(id("two")));
        node.round();

        assertThat(node.texts(ANN)).endsWith("“What about one?” and “What about two?” went live with release 1.",
                "“What about two?” is live no more since release 2.");
        assertThat(node.kinds(ANN)).endsWith(PUBLISHED, WITHDRAWN);
        assertThat(node.of(ANN).getLast().message().about()).isEqualTo(new About(id("two"), null, 2, null));
        assertThat(node.texts(EDGAR)).last().isEqualTo("“What about three?” went live with release 1.");
        assertThat(node.of(EDGAR).getLast().message().about()).isEqualTo(new About(id("three"), 3, 1, null));
        assertThat(node.kinds(LINUS)).doesNotContain(PUBLISHED, WITHDRAWN);
    }

    @Test
    void whoever_releases_their_own_documents_is_not_told() {
        node.approved(LINUS, EVE, "one");
        node.released(LINUS, Change.publish(id("one")));
        node.round();

        assertThat(node.kinds(LINUS)).containsExactly(APPROVED);
    }

    private PlannedRelease plan(Change... changes) {
        return node.get(Planning.class).create(EVE, new PlannedRelease.Content("December", "", false,
                List.of(changes)));
    }

    private void scheduled(PlannedRelease plan) {
        PlannedRelease _ = node.get(Planning.class).schedule(LINUS, plan.id(), plan.version(),
                new Planning.DueTime(Instant.now().plusMillis(600).toString(), null), false);
    }

    @Test
    void those_who_prepared_and_scheduled_a_release_hear_that_it_was_made() {
        node.approved(ANN, EVE, "one");
        scheduled(plan(Change.publish(id("one"))));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(node.texts(LINUS)).containsExactly("It was time: “December” was released as release 1.");
            assertThat(node.kinds(EVE)).containsExactly(PLAN_RELEASED);
        });
    }

    @Test
    void whoever_releases_a_plan_by_hand_is_not_told_and_whoever_prepared_it_is() {
        node.approved(ANN, EVE, "one");
        PlannedRelease plan = plan(Change.publish(id("one")));
        PlannedRelease _ = node.get(Planning.class).release(LINUS, plan.id(), plan.version());

        assertThat(node.texts(EVE)).containsExactly("Linus released “December” as release 1.");
        assertThat(node.kinds(LINUS)).isEmpty();
    }

    @Test
    void those_who_prepared_and_scheduled_a_release_hear_that_it_is_held_and_why() {
        scheduled(plan(Change.publish(id("nowhere"))));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(node.kinds(EVE)).isNotEmpty());
        node.get(PlanNews.class).catchUp();

        assertThat(node.kinds(EVE)).containsExactly(PLAN_HELD);
        assertThat(node.kinds(LINUS)).containsExactly(PLAN_HELD);
        assertThat(node.texts(LINUS).getFirst()).startsWith("“December” was due and is held: “");
    }

    @Test
    void those_who_prepared_and_scheduled_a_release_hear_of_an_approval_that_it_needs_and_that_is_void() {
        node.approved(ANN, EVE, "one");
        node.approved(ANN, EVE, "two");
        node.round();
        PlannedRelease plan = plan(Change.publish(id("one")));
        PlannedRelease _ = plan(Change.publish(id("two")));
        PlannedRelease _ = node.get(Planning.class).schedule(LINUS, plan.id(), plan.version(),
                new Planning.DueTime(Instant.now().plus(Duration.ofDays(1)).toString(), null), false);
        node.editing().save(ANN, id("one"), 3, ContentNode.faq("one", "Otherwise."));
        node.editing().save(ANN, id("one"), 4, ContentNode.faq("one", "Otherwise again."));
        node.editing().save(ANN, id("two"), 3, ContentNode.faq("two", "Otherwise."));
        node.round();

        assertThat(node.kinds(EVE)).filteredOn(PLAN_AT_RISK::equals).hasSize(1);
        assertThat(node.texts(LINUS)).last().isEqualTo(
                "“What about one?” is not approved any more: “December” is to publish it, and would be held when it is due.");
        assertThat(node.kinds(ANN)).doesNotContain(PLAN_AT_RISK);
    }

    @Test
    void a_plan_that_a_dying_node_has_held_is_told_of_by_another() {
        scheduled(plan(Change.publish(id("nowhere"))));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(node.kinds(EVE)).isNotEmpty());
        mongo.database().getCollection("notifications").drop();
        node.get(PlanNews.class).catchUp();

        assertThat(node.kinds(EVE)).containsExactly(PLAN_HELD);
    }

    @Test
    void those_mentioned_and_those_who_have_commented_hear_of_comments() {
        node.written(ANN, "one");
        Commenting commenting = node.get(Commenting.class);
        UUID thread = commenting.add(EVE, id("one"), null, new Anchor("", null), "Is it, @ann? Or @lea?").id();
        commenting.reply(ANN, id("one"), thread, "Ask @linus.");
        commenting.reply(LINUS, id("one"), thread, "It is.");
        commenting.resolve(EVE, id("one"), thread, null);

        assertThat(node.texts(ANN)).containsExactlyInAnyOrder("Eve mentions you in a comment on “What about one?”.",
                "Linus replied in a thread of yours on “What about one?”.",
                "Eve resolved a thread of yours on “What about one?”.");
        assertThat(node.kinds(ANN)).containsExactlyInAnyOrder(MENTIONED, REPLIED, COMMENT_RESOLVED);
        assertThat(node.kinds(EVE)).containsExactly(REPLIED, REPLIED);
        assertThat(node.kinds(LINUS)).containsExactlyInAnyOrder(MENTIONED, COMMENT_RESOLVED);
        assertThat(node.of(LINUS).getFirst().message().link())
                .isEqualTo("/api/documents/faq-one/comments/" + thread);
        assertThat(node.all()).isEqualTo(7);
    }

    @Test
    void authors_hear_once_a_thread_that_somebody_comments_on_their_document_unless_they_are_mentioned() {
        node.approved(EDGAR, EVE, "one");
        node.released(LINUS, Change.publish(id("one")));
        node.editing().save(ANN, id("one"), node.head("one").version(), ContentNode.faq("one", "Otherwise."));
        Commenting commenting = node.get(Commenting.class);
        UUID thread = commenting.add(EVE, id("one"), null, new Anchor("", null), "Why, @ann?").id();
        commenting.reply(LINUS, id("one"), thread, "Indeed.");
        commenting.add(ANN, id("one"), null, new Anchor("", null), "Mine.");

        assertThat(node.texts(EDGAR)).containsExactly("Eve commented on “What about one?”.",
                "Ann commented on “What about one?”.");
        assertThat(node.kinds(EDGAR)).containsOnly(COMMENTED);
        assertThat(node.kinds(ANN)).containsExactly(MENTIONED);
    }

    @Test
    void those_whom_an_edited_comment_mentions_hear_of_it_unless_they_had_before() {
        node.written(ANN, "one");
        Commenting commenting = node.get(Commenting.class);
        UUID thread = commenting.add(EVE, id("one"), null, new Anchor("", null), "Is it, @ann?").id();
        commenting.edit(EVE, id("one"), thread, thread, null, "Is it, @ann and @linus?");
        commenting.edit(EVE, id("one"), thread, thread, null, "Is it?");
        commenting.edit(EVE, id("one"), thread, thread, null, "Is it, @linus and @ann? @eve wonders.");

        assertThat(node.kinds(ANN)).containsExactly(MENTIONED);
        assertThat(node.texts(LINUS)).containsExactly("Eve mentions you in a comment on “What about one?”.");
        assertThat(node.all()).isEqualTo(2);
    }

    @Test
    void what_the_server_imports_asks_nobody_for_a_review() {
        node.approved(ContentNode.ADA, ContentNode.EVE, "one");
        node.released(ContentNode.EVE, Change.publish(id("one")));
        node.submitted(ContentNode.ADA, "two");
        node.reviewing().withdrawSubmission(ContentNode.ADA, id("two"), 2);
        node.round();

        assertThat(node.all()).isZero();
    }

    @Test
    void what_the_server_does_to_the_work_of_people_they_hear() {
        node.approved(ANN, EVE, "one");
        node.editing().save(ContentNode.ADA, id("one"), 3, ContentNode.faq("one", "Imported."));
        node.round();

        assertThat(node.texts(EVE)).last().isEqualTo(
                "The server changed “What about one?” (version 4); your approval of version 3 is void.");
    }
}
