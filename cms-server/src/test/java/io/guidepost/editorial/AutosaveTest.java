package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guidepost.security.Actor;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AutosaveTest {

    private static final DocumentId ID = new DocumentId("note-one");
    private static final SaveOptions AUTOSAVE = new SaveOptions("", true, false);

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = new SettableClock();
    private Documents documents;
    private Notes.Desk desk;

    @BeforeEach
    void open() {
        documents = new MongoDocuments(mongo.database());
        desk = Notes.desk(documents, Notes.properties(), clock);
        desk.editing().create(ADA, "Note", ID, note("pay", "Pay"));
    }

    @Test
    void a_run_of_autosaves_is_one_version_of_the_history() {
        for (int version = 1; version <= 5; version++) {
            autosave(ADA, "Pay " + version);
        }

        assertThat(history()).containsExactly(6, 1);
        assertThat(documents.version(ID, 4).orElseThrow().title()).isEqualTo("Pay 3");
    }

    @Test
    void another_person_or_a_later_time_begins_another_run() {
        autosave(ADA, "Pay 1");
        autosave(ADA, "Pay 2");
        autosave(EVE, "Pay 3");
        clock.advance(Duration.ofMinutes(9));
        autosave(EVE, "Pay 4");
        clock.advance(Duration.ofMinutes(2));
        autosave(EVE, "Pay 5");

        assertThat(history()).containsExactly(6, 5, 3, 1);
    }

    @Test
    void a_save_by_hand_and_a_move_of_the_workflow_end_a_run() {
        autosave(ADA, "Pay 1");
        autosave(ADA, "Pay 2");
        desk.editing().save(ADA, ID, 3, note("pay", "Pay 3"));
        autosave(ADA, "Pay 4");
        desk.reviewing().submit(ADA, ID, 5);
        autosave(ADA, "Pay 5");
        autosave(ADA, "Pay 6");

        assertThat(history()).as("7 says that it ended the review").containsExactly(8, 7, 6, 5, 4, 3, 1);
    }

    @Test
    void what_an_autosave_that_came_too_late_would_have_continued_stays() {
        autosave(ADA, "Pay 1");
        Document before = documents.find(ID).orElseThrow();
        autosave(ADA, "Pay 2");
        Document late = documents.find(ID).orElseThrow();
        mongo.database().getCollection("revisions").deleteOne(Filters.eq("_id", "note-one@2"));
        mongo.database().getCollection("documents").updateOne(Filters.eq("_id", ID.value()),
                Updates.set("version", 4));

        assertThat(documents.replace(before, late)).isFalse();
        documents.forgetAutosaves(clock.instant().plusSeconds(1));
        assertThat(history()).contains(2);
    }

    @Test
    void that_an_autosave_voided_an_approval_stays_in_the_history() {
        desk.reviewing().approve(EVE, ID, desk.reviewing().submit(ADA, ID, 1).version());
        autosave(ADA, "Pay 1");
        autosave(ADA, "Pay 2");
        autosave(ADA, "Pay 3");

        assertThat(history()).containsExactly(6, 4, 3, 2, 1);
        assertThat(documents.version(ID, 4).orElseThrow().revision().effect()).contains("void");
    }

    @Test
    void an_autosave_that_says_why_stays_in_the_history() {
        autosave(ADA, "Pay 1");
        desk.editing().save(ADA, ID, 2, note("pay", "Pay 2"), new SaveOptions("As the bureau has it.", true, false));
        autosave(ADA, "Pay 3");
        autosave(ADA, "Pay 4");
        documents.forgetAutosaves(clock.instant().plusSeconds(1));

        assertThat(history()).containsExactly(5, 3, 1);
        assertThat(documents.version(ID, 3).orElseThrow().revision().message()).isEqualTo("As the bureau has it.");
    }

    @Test
    void that_an_autosave_was_merged_stays_in_the_history() {
        desk.editing().save(EVE, ID, 1, note("wages", "Pay"));
        desk.editing().save(ADA, ID, 1, note("pay", "Salary"), new SaveOptions("", true, true));
        desk.editing().save(ADA, ID, 3, note("wages", "Salaries"), AUTOSAVE);
        desk.editing().save(ADA, ID, 4, note("wages", "Wages"), AUTOSAVE);
        documents.forgetAutosaves(clock.instant().plusSeconds(1));

        assertThat(history()).containsExactly(5, 3, 2, 1);
        assertThat(documents.version(ID, 3).orElseThrow()).satisfies(merged -> {
            assertThat(merged.content()).isEqualTo(note("wages", "Salary"));
            assertThat(merged.revision().effect()).isEqualTo("Merged with what changed since version 1.");
        });
    }

    @Test
    void the_versions_within_a_run_are_forgotten_after_a_while_and_no_others() {
        autosave(ADA, "Pay 1");
        autosave(ADA, "Pay 2");
        autosave(ADA, "Pay 3");
        documents.forgetAutosaves(clock.instant().plusSeconds(1));

        assertThat(documents.version(ID, 2)).isEmpty();
        assertThat(documents.version(ID, 3)).isEmpty();
        assertThat(documents.version(ID, 4)).isPresent();
        assertThat(documents.version(ID, 1)).isPresent();
        assertThat(history()).containsExactly(4, 1);
    }

    private void autosave(Actor actor, String title) {
        desk.editing().save(actor, ID, documents.find(ID).orElseThrow().version(), note("pay", title), AUTOSAVE);
    }

    private List<Integer> history() {
        return documents.history(ID, Integer.MAX_VALUE, 20).stream().map(Document::version).toList();
    }
}
