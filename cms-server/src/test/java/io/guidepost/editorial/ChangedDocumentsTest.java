package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Editing.Creation;
import io.guidepost.storage.TestMongo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangedDocumentsTest {

    private static final DocumentId ID = new DocumentId("note-one");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Documents documents;
    private ChangedDocuments changes;
    private Editing editing;

    @BeforeEach
    void open() {
        documents = new MongoDocuments(mongo.database());
        changes = new MongoChangedDocuments(mongo.database());
        editing = Notes.desk(documents, Notes.properties()).editing();
        editing.create(ADA, "Note", ID, note("pay", "Pay"));
    }

    @Test
    void every_follower_is_told_of_a_change_until_it_has_seen_to_it() {
        changes.done(Follower.SEARCH, only(Follower.SEARCH));

        assertThat(changes.pending(Follower.SEARCH, 9)).isEmpty();
        assertThat(changes.pending(Follower.NOTIFICATIONS, 9)).extracting(Changed::document, Changed::version)
                .containsExactly(tuple(ID, 1));
    }

    @Test
    void a_change_while_a_follower_is_at_work_stays_pending() {
        Changed first = only(Follower.NOTIFICATIONS);
        editing.save(ADA, ID, 1, note("pay", "Salary"));
        changes.done(Follower.NOTIFICATIONS, first);

        assertThat(only(Follower.NOTIFICATIONS)).extracting(Changed::from, Changed::version).containsExactly(1, 2);
    }

    @Test
    void what_goes_live_while_a_follower_is_at_work_stays_pending() {
        Changed first = only(Follower.SEARCH);
        documents.project(List.of(new Documents.Projected(ID, 7, 1)));
        changes.done(Follower.SEARCH, first);

        assertThat(only(Follower.SEARCH).document()).isEqualTo(ID);
    }

    @Test
    void a_change_stays_pending_though_a_slower_node_is_done_with_the_one_before() {
        changes.done(Follower.SEARCH, only(Follower.SEARCH));
        documents.project(List.of(new Documents.Projected(ID, 7, 1)));
        Changed between = only(Follower.SEARCH);
        changes.done(Follower.SEARCH, between);
        documents.project(List.of(new Documents.Projected(ID, 8, 1)));
        changes.done(Follower.SEARCH, between);

        assertThat(only(Follower.SEARCH).document()).isEqualTo(ID);
    }

    @Test
    void a_follower_that_starts_over_is_told_of_every_document() {
        editing.create(ADA, "Note", new DocumentId("note-two"), note("hours", "Hours"));
        changes.pending(Follower.SEARCH, 9).forEach(change -> changes.done(Follower.SEARCH, change));
        changes.startOver(Follower.SEARCH);

        assertThat(changes.pending(Follower.SEARCH, 9)).extracting(change -> change.document().value())
                .containsExactlyInAnyOrder("note-one", "note-two");
        assertThat(changes.pending(Follower.SEARCH, 1)).hasSize(1);
    }

    @Test
    void every_follower_is_told_of_each_document_that_is_created_together_with_others() {
        Follower[] followers = Follower.values();
        editing.createAll(ADA, List.of(new Creation("Note", new DocumentId("note-two"), note("hours", "Hours")),
                new Creation("Note", new DocumentId("note-three"), note("leave", "Leave"))));

        assertThat(followers).allSatisfy(follower -> assertThat(changes.pending(follower, 9))
                .extracting(change -> change.document().value(), Changed::version)
                .containsExactlyInAnyOrder(tuple("note-one", 1), tuple("note-two", 1), tuple("note-three", 1)));
    }

    private Changed only(Follower follower) {
        List<Changed> pending = changes.pending(follower, 9);
        assertThat(pending).hasSize(1);
        return pending.getFirst();
    }
}
