package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EDGAR;
import static io.guidepost.editorial.Notes.EVE;
import static io.guidepost.editorial.Notes.NOW;
import static io.guidepost.editorial.Notes.json;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.content.Problem;
import io.guidepost.content.UnknownTypeException;
import io.guidepost.editorial.Editing.Creation;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.Actor;
import io.guidepost.security.ForbiddenException;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditingTest {

    private static final DocumentId ID = new DocumentId("note-one");
    private static final Actor READER = new Actor(new PersonId("rob"), "Rob", Set.of(), Set.of(Permission.READ));

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Documents documents;
    private Editing editing;
    private Reviewing reviewing;

    @BeforeEach
    void open() {
        documents = new MongoDocuments(mongo.database());
        Notes.Desk desk = Notes.desk(documents, Notes.properties());
        editing = desk.editing();
        reviewing = desk.reviewing();
    }

    @Test
    void a_new_document_is_a_draft_at_version_1_with_its_slug_and_title() {
        Document created = editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));

        assertThat(created.version()).isEqualTo(1);
        assertThat(created.workflow()).isEqualTo(new Workflow.Draft());
        assertThat(created.slug()).isEqualTo("pay-rise");
        assertThat(created.title()).isEqualTo("Pay");
        assertThat(documents.find(ID)).contains(created);
    }

    @Test
    void a_document_without_an_id_is_given_one_and_later_ones_sort_behind() {
        String first = editing.create(ADA, "Note", null, json("{}")).id().value();
        String second = editing.create(ADA, "Note", null, json("{}")).id().value();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void an_id_that_is_taken_and_a_type_that_is_unknown_are_refused() {
        editing.create(ADA, "Note", ID, json("{}"));

        assertThatThrownBy(() -> editing.create(EVE, "Note", ID, json("{}")))
                .isInstanceOf(DocumentExistsException.class);
        assertThatThrownBy(() -> editing.create(ADA, "Nota", null, json("{}")))
                .isInstanceOf(UnknownTypeException.class);
    }

    @Test
    void documents_created_together_keep_the_rules_of_one_and_all_or_none_are_of_the_right_shape() {
        editing.create(ADA, "Note", ID, json("{}"));
        DocumentId other = new DocumentId("note-two");
        List<Creation> creations = List.of(new Creation("Note", ID, json("{}")),
                new Creation("Note", other, note("pay-rise", "Pay")));

        assertThatThrownBy(() -> editing.createAll(READER, creations)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> editing.createAll(ADA, List.of(creations.getLast(),
                new Creation("Note", ID, json("{\"colour\": \"red\"}")))))
                .isInstanceOf(InvalidContentException.class);
        assertThat(documents.find(other)).isEmpty();

        List<Optional<Document>> created = editing.createAll(ADA, creations);
        assertThat(created.getFirst()).isEmpty();
        assertThat(created.getLast()).isEqualTo(documents.find(other)).isPresent();
    }

    @Test
    void a_draft_may_lack_what_is_required_and_not_hold_what_does_not_fit() {
        Document draft = editing.create(ADA, "Note", ID, json("{}"));

        assertThat(editing.problems(draft)).extracting(Problem::pointer).contains("/slug", "/title");
        assertThatExceptionOfType(InvalidContentException.class)
                .isThrownBy(() -> editing.save(ADA, ID, 1, json("{'title': 5, 'colour': 'red'}")))
                .satisfies(refusal -> assertThat(refusal.problems()).extracting(Problem::pointer)
                        .containsExactlyInAnyOrder("/title", "/colour"));
        assertThat(documents.find(ID)).contains(draft);
    }

    @Test
    void a_stale_edit_is_refused_and_names_what_changed() {
        editing.create(ADA, "Note", ID, json("{'slug': 'pay-rise', 'title': 'Pay', 'body': 'Old.'}"));
        editing.save(EVE, ID, 1, json("{'slug': 'pay-raise', 'title': 'Salary', 'body': 'Old.'}"));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> editing.save(ADA, ID, 1,
                        json("{'slug': 'pay-rise', 'title': 'Wages', 'body': 'New.'}")))
                .satisfies(stale -> {
                    assertThat(stale.current().version()).isEqualTo(2);
                    assertThat(stale.theirs()).containsExactly("/slug", "/title");
                    assertThat(stale.conflicting()).containsExactly("/title");
                });
    }

    @Test
    void a_version_that_is_yet_to_come_is_stale_too() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> reviewing.submit(ADA, ID, 2))
                .satisfies(stale -> assertThat(stale.theirs()).isEmpty());
    }

    @Test
    void a_document_goes_through_review_and_every_move_is_in_its_history() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
        reviewing.submit(ADA, ID, 1);
        reviewing.requestChanges(EVE, ID, 2, "Too short.");
        editing.save(ADA, ID, 3, note("pay-rise", "Pay and hours"));
        reviewing.submit(ADA, ID, 4);
        reviewing.withdrawSubmission(ADA, ID, 5);
        reviewing.submit(ADA, ID, 6);
        Document approved = reviewing.approve(EVE, ID, 7);

        assertThat(approved.workflow())
                .isEqualTo(new Workflow.Approved(List.of(new Approval(EVE.id(), NOW, approved.body().hash()))));
        assertThat(documents.history(ID, Integer.MAX_VALUE, 10).reversed())
                .extracting(version -> version.revision().change())
                .containsExactly(Change.CREATED, Change.SUBMITTED, Change.CHANGES_REQUESTED,
                        Change.EDITED, Change.SUBMITTED, Change.SUBMISSION_WITHDRAWN,
                        Change.SUBMITTED, Change.APPROVED);
        assertThat(documents.history(ID, Integer.MAX_VALUE, 10).reversed())
                .extracting(version -> version.revision().by())
                .containsExactly(ADA.id(), ADA.id(), EVE.id(), ADA.id(), ADA.id(), ADA.id(), ADA.id(), EVE.id());
        assertThat(documents.version(ID, 3).orElseThrow().workflow())
                .isEqualTo(new Workflow.ChangesRequested(EVE.id(), NOW, "Too short.", Reviewers.ANYBODY));
    }

    @Test
    void an_incomplete_document_is_not_taken_to_review() {
        editing.create(ADA, "Note", ID, json("{'slug': 'pay-rise', 'body': 'It is {{respondents}} people.'}"));

        assertThatExceptionOfType(InvalidContentException.class).isThrownBy(() -> reviewing.submit(ADA, ID, 1))
                .satisfies(refusal -> assertThat(refusal.problems()).extracting(Problem::pointer, Problem::code)
                        .containsExactlyInAnyOrder(tuple("/title", "required"),
                                tuple("/body", "unknown-figure")));
        assertThat(documents.find(ID).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void moves_that_the_workflow_does_not_have_are_refused() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
        assertThatThrownBy(() -> reviewing.approve(EVE, ID, 1)).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> reviewing.requestChanges(EVE, ID, 1, "No.")).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> reviewing.withdrawSubmission(ADA, ID, 1)).isInstanceOf(IllegalMoveException.class);
        reviewing.submit(ADA, ID, 1);
        assertThatThrownBy(() -> reviewing.submit(ADA, ID, 2)).isInstanceOf(IllegalMoveException.class)
                .hasMessage("A document cannot be handed to review while it is in review.");
        reviewing.approve(EVE, ID, 2);
        assertThatThrownBy(() -> reviewing.submit(ADA, ID, 3)).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> reviewing.approve(EDGAR, ID, 3)).isInstanceOf(IllegalMoveException.class);
    }

    @Test
    void an_edit_of_what_is_in_review_or_approved_makes_it_a_draft_again() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
        reviewing.submit(ADA, ID, 1);
        assertThat(editing.save(ADA, ID, 2, note("pay-rise", "Salary")).workflow()).isEqualTo(new Workflow.Draft());
        reviewing.submit(ADA, ID, 3);
        reviewing.approve(EVE, ID, 4);
        assertThat(editing.save(ADA, ID, 5, note("pay-rise", "Wages")).workflow()).isEqualTo(new Workflow.Draft());
    }

    @Test
    void nobody_approves_what_they_wrote_a_part_of_whoever_wrote_last() {
        editing.create(EVE, "Note", ID, note("pay-rise", "Pay"));
        editing.save(ADA, ID, 1, note("pay-rise", "Salary"));
        reviewing.submit(ADA, ID, 2);

        assertThatThrownBy(() -> reviewing.approve(EVE, ID, 3)).isInstanceOf(SelfApprovalException.class);
        assertThat(reviewing.approve(EDGAR, ID, 3).version()).isEqualTo(4);
    }

    @Test
    void nobody_approves_what_they_wrote_though_others_set_it_back_to_that() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
        editing.save(EVE, ID, 1, note("pay-rise", "Salary"));
        reviewing.submit(ADA, ID, 2);
        reviewing.approve(EDGAR, ID, 3);
        editing.save(ADA, ID, 4, note("pay-rise", "Wages"));
        editing.restore(ADA, ID, 5, 2);
        reviewing.submit(ADA, ID, 6);

        assertThatThrownBy(() -> reviewing.approve(EVE, ID, 7)).isInstanceOf(SelfApprovalException.class);
        assertThat(reviewing.approve(EDGAR, ID, 7).version()).isEqualTo(8);
    }

    @Test
    void whoever_wrote_before_the_last_approval_may_approve_what_others_wrote_since() {
        editing.create(EVE, "Note", ID, note("pay-rise", "Pay"));
        reviewing.submit(EVE, ID, 1);
        reviewing.approve(EDGAR, ID, 2);
        editing.save(ADA, ID, 3, note("pay-rise", "Salary"));
        reviewing.submit(ADA, ID, 4);

        assertThat(reviewing.approve(EVE, ID, 5).workflow()).isInstanceOf(Workflow.Approved.class);
    }

    @Test
    void authors_approve_themselves_where_the_operator_lets_them() {
        EditorialProperties properties = new EditorialProperties(true, Map.of(), Duration.ZERO, Duration.ZERO,
                Duration.ZERO);
        Reviewing alone = Notes.desk(documents, properties).reviewing();
        editing.create(EVE, "Note", ID, note("pay-rise", "Pay"));
        alone.submit(EVE, ID, 1);

        assertThat(alone.approve(EVE, ID, 2).workflow()).isInstanceOf(Workflow.Approved.class);
    }

    @Test
    void readers_do_not_write_and_authors_do_not_review() {
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
        assertThatThrownBy(() -> editing.create(READER, "Note", null, json("{}")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> editing.save(READER, ID, 1, json("{}"))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> reviewing.submit(READER, ID, 1)).isInstanceOf(ForbiddenException.class);
        reviewing.submit(ADA, ID, 1);
        assertThatThrownBy(() -> reviewing.withdrawSubmission(READER, ID, 2)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> reviewing.approve(ADA, ID, 2)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> reviewing.requestChanges(ADA, ID, 2, "No.")).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void nothing_is_done_to_a_document_that_does_not_exist() {
        assertThatThrownBy(() -> editing.save(ADA, ID, 1, json("{}"))).isInstanceOf(DocumentNotFoundException.class);
        assertThatThrownBy(() -> reviewing.submit(ADA, ID, 1)).isInstanceOf(DocumentNotFoundException.class);
    }
}
