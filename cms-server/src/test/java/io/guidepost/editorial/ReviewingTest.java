package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EDGAR;
import static io.guidepost.editorial.Notes.EVE;
import static io.guidepost.editorial.Notes.NOW;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.content.UnknownTypeException;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewingTest {

    private static final DocumentId ID = new DocumentId("note-one");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Documents documents;
    private Editing editing;
    private Reviewing reviewing;

    @BeforeEach
    void open() {
        documents = new MongoDocuments(mongo.database());
        use(Notes.properties());
        editing.create(ADA, "Note", ID, note("pay-rise", "Pay"));
    }

    @Test
    void only_those_who_are_asked_by_name_review() {
        reviewing.submit(ADA, ID, 1, people("edgar"), "The salaries are new.");

        assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> reviewing.approve(EVE, ID, 2))
                .withMessage("The review was asked of edgar.");
        assertThatThrownBy(() -> reviewing.requestChanges(EVE, ID, 2, "No."))
                .isInstanceOf(NotAskedException.class);
        Document approved = reviewing.approve(EDGAR, ID, 2, "Well done.");

        assertThat(approved.workflow()).isInstanceOf(Workflow.Approved.class);
        assertThat(documents.history(ID, 9, 9)).extracting(version -> version.revision().message())
                .containsExactly("Well done.", "The salaries are new.", "");
    }

    @Test
    void only_those_of_the_role_that_is_asked_review() {
        reviewing.submit(ADA, ID, 1, new Reviewers(Set.of(), Role.PUBLISHER), "");

        assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> reviewing.approve(EVE, ID, 2))
                .withMessage("The review was asked of somebody who is publisher.");
    }

    @Test
    void nobody_is_asked_who_could_not_approve() {
        refused(people("nobody"), "There is nobody with the id “nobody”.");
        refused(people("ada"), "ada (ada) may not review.");
        refused(people("lea"), "Lea (lea) may not review.");
        refused(new Reviewers(Set.of(), Role.AUTHOR), "Whoever is author may not review.");
        editing.save(EVE, ID, 1, note("pay-rise", "Salary"));
        assertThatExceptionOfType(MalformedReviewersException.class)
                .isThrownBy(() -> reviewing.submit(ADA, ID, 2, people("eve"), ""))
                .withMessageContaining("of eve only 0 could give one");
        assertThatThrownBy(() -> new Reviewers(Set.of(EVE.id()), Role.EDITOR))
                .isInstanceOf(MalformedReviewersException.class);
        assertThat(documents.find(ID).orElseThrow().version()).isEqualTo(2);
    }

    private void refused(Reviewers reviewers, String message) {
        assertThatExceptionOfType(MalformedReviewersException.class)
                .isThrownBy(() -> reviewing.submit(ADA, ID, 1, reviewers, "")).withMessage(message);
    }

    @Test
    void a_type_that_needs_two_approvals_is_approved_by_two_people() {
        use(needing(2));
        reviewing.submit(ADA, ID, 1);

        Document once = reviewing.approve(EVE, ID, 2);
        assertThat(once.workflow()).isInstanceOf(Workflow.InReview.class);
        assertThatExceptionOfType(NotAskedException.class).isThrownBy(() -> reviewing.approve(EVE, ID, 3))
                .withMessageContaining("approved this already");
        Document twice = reviewing.approve(EDGAR, ID, 3);

        assertThat(twice.workflow()).isInstanceOf(Workflow.Approved.class);
        assertThat(twice.workflow().approvals()).extracting(approval -> approval.by().value())
                .containsExactly("eve", "edgar");
    }

    @Test
    void fewer_people_than_approvals_are_not_asked() {
        use(needing(2));

        assertThatExceptionOfType(MalformedReviewersException.class)
                .isThrownBy(() -> reviewing.submit(ADA, ID, 1, people("eve"), ""))
                .withMessageContaining("A Note needs 2 approvals");
    }

    @Test
    void an_edit_voids_approvals_and_says_so() {
        use(needing(2));
        reviewing.submit(ADA, ID, 1);
        reviewing.approve(EVE, ID, 2);
        Document edited = editing.save(ADA, ID, 3, note("pay-rise", "Salary"));

        assertThat(edited.workflow()).isEqualTo(new Workflow.Draft());
        assertThat(edited.revision().effect())
                .isEqualTo("It is no longer in review; the approval by eve is void.");
        reviewing.submit(ADA, ID, 4);
        reviewing.approve(EVE, ID, 5);
        reviewing.approve(EDGAR, ID, 6);
        assertThat(editing.save(ADA, ID, 7, note("pay-rise", "Wages")).revision().effect())
                .isEqualTo("The approval by eve and edgar is void.");
    }

    @Test
    void an_approval_is_bound_to_the_content_that_was_approved() {
        reviewing.submit(ADA, ID, 1);
        Document approved = reviewing.approve(EVE, ID, 2);
        Workflow.Approved workflow = (Workflow.Approved) approved.workflow();

        assertThat(workflow.covers(approved.body())).isTrue();
        assertThat(workflow.covers(Body.of(Notes.MODEL.type("Note"), note("pay-rise", "Paid")))).isFalse();
    }

    @Test
    void the_settings_name_types_that_there_are_and_numbers_that_make_sense() {
        assertThatThrownBy(() -> use(new EditorialProperties(false, Map.of("Nota", 1), Duration.ZERO, Duration.ZERO,
                Duration.ZERO))).isInstanceOf(UnknownTypeException.class);
        assertThatThrownBy(() -> needing(0)).hasMessageContaining("guidepost.editorial.approvals.Note");
    }

    private void use(EditorialProperties properties) {
        Notes.Desk desk = Notes.desk(documents, properties);
        editing = desk.editing();
        reviewing = desk.reviewing();
    }

    private static EditorialProperties needing(int approvals) {
        return new EditorialProperties(false, Map.of("Note", approvals), Duration.ofMinutes(10), Duration.ofDays(1),
                Duration.ofDays(30));
    }

    private static Reviewers people(String... ids) {
        return new Reviewers(Arrays.stream(ids).map(PersonId::new).collect(Collectors.toSet()), null);
    }

    @Test
    void an_approval_tells_when_it_was_given() {
        reviewing.submit(ADA, ID, 1);

        assertThat(reviewing.approve(EVE, ID, 2).workflow().approvals()).extracting(Approval::at)
                .containsExactly(NOW);
    }
}
