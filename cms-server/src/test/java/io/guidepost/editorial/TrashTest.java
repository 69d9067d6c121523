package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static io.guidepost.editorial.Notes.NOW;
import static io.guidepost.editorial.Notes.json;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ApplicationEventPublisher;

class TrashTest {

    private static final DocumentId PAY = new DocumentId("note-pay");
    private static final DocumentId HOURS = new DocumentId("note-hours");
    private static final DocumentId INDEX = new DocumentId("note-index");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final List<Object> events = new ArrayList<>();
    private Documents documents;
    private Editing editing;
    private Reviewing reviewing;
    private Trash trash;

    @BeforeEach
    void open() {
        documents = new MongoDocuments(mongo.database());
        Notes.Desk desk = Notes.desk(documents, Notes.properties());
        editing = desk.editing();
        reviewing = desk.reviewing();
        trash = desk.trash();
        editing.create(ADA, "Note", PAY, note("pay", "Pay"));
    }

    @Test
    void a_deleted_document_is_out_of_the_way_and_can_be_taken_back() {
        reviewing.submit(ADA, PAY, 1);
        Document deleted = trash.delete(ADA, PAY, 2, false).document();

        assertThat(deleted.trashed()).isEqualTo(new Trashed(ADA.id(), NOW));
        assertThat(deleted.revision().effect()).isEqualTo("It is no longer in review.");
        assertThat(listed(false)).isEmpty();
        assertThat(listed(true)).containsExactly(PAY);
        assertThatThrownBy(() -> editing.save(ADA, PAY, 3, note("pay", "Salary")))
                .isInstanceOf(TrashedDocumentException.class);
        assertThatThrownBy(() -> reviewing.submit(ADA, PAY, 3)).isInstanceOf(TrashedDocumentException.class);
        assertThatThrownBy(() -> trash.delete(ADA, PAY, 3, false)).isInstanceOf(TrashedDocumentException.class);

        Document back = trash.undelete(EVE, PAY, 3);
        assertThat(back.trashed()).isNull();
        assertThat(back.content()).isEqualTo(note("pay", "Pay"));
        assertThat(back.workflow()).isEqualTo(new Workflow.Draft());
        assertThat(listed(false)).containsExactly(PAY);
        assertThatThrownBy(() -> trash.undelete(EVE, PAY, 4)).isInstanceOf(TrashedDocumentException.class);
    }

    @Test
    void what_others_need_is_not_deleted_and_they_are_named() {
        refer();

        assertThatExceptionOfType(StillReferencedException.class).isThrownBy(() -> trash.delete(ADA, PAY, 1, false))
                .withMessage("“Pay” is needed by “Hours”.")
                .satisfies(refusal -> assertThat(refusal.referrers())
                        .extracting(Referrer::document, Referrer::pointer)
                        .containsExactly(tuple("note-hours", "/see/0")));
        assertThat(documents.find(PAY).orElseThrow().trashed()).isNull();
    }

    @Test
    void with_its_referrers_all_that_need_it_go_together() {
        refer();
        Deletion deletion = trash.delete(ADA, PAY, 1, true);

        assertThat(deletion.document().id()).isEqualTo(PAY);
        assertThat(deletion.takenAlong()).containsExactly(INDEX, HOURS);
        assertThat(listed(true)).containsExactly(HOURS, INDEX, PAY);
        assertThat(listed(false)).isEmpty();
    }

    @Test
    void a_document_that_names_itself_is_deleted_with_its_referrers() {
        editing.save(ADA, PAY, 1, json("{'slug': 'pay', 'title': 'Pay', 'see': ['note-pay']}"));
        trash.delete(ADA, PAY, 2, true);

        assertThat(listed(true)).containsExactly(PAY);
    }

    @Test
    void what_is_live_is_not_deleted_nor_with_another() {
        refer();
        documents.project(List.of(new Documents.Projected(INDEX, 7, 1)));

        assertThatExceptionOfType(StillLiveException.class).isThrownBy(() -> trash.delete(ADA, PAY, 1, true))
                .withMessage("“Index” is live; withdraw it in a release first.");
        assertThat(listed(true)).isEmpty();
        documents.project(List.of(new Documents.Projected(INDEX, 8, null)));
        trash.delete(ADA, INDEX, 1, false);
        assertThat(listed(true)).containsExactly(INDEX);
    }

    @Test
    void one_that_is_changed_meanwhile_goes_as_it_was_left_if_it_still_needs_the_document() {
        refer();
        Deletion deletion = whileDeleting(HOURS,
                () -> editing.save(EVE, HOURS, 1, json("{'slug': 'hours', 'title': 'New', 'see': ['note-pay']}")));

        assertThat(deletion.takenAlong()).containsExactly(INDEX, HOURS);
        assertThat(documents.find(HOURS).orElseThrow()).satisfies(hours -> {
            assertThat(hours.trashed()).isNotNull();
            assertThat(hours.title()).isEqualTo("New");
            assertThat(hours.version()).isEqualTo(3);
        });
    }

    @Test
    void one_that_does_without_the_document_meanwhile_stays() {
        refer();
        Deletion deletion = whileDeleting(HOURS, () -> editing.save(EVE, HOURS, 1, note("hours", "Hours")));

        assertThat(deletion.takenAlong()).containsExactly(INDEX);
        assertThat(listed(false)).containsExactly(HOURS);
    }

    @Test
    void more_than_five_hundred_do_not_go_together() {
        for (int i = 0; i <= 500; i++) {
            editing.create(ADA, "Note", new DocumentId("note-" + i),
                    json("{'slug': 'one-" + i + "', 'title': 'One', 'see': ['note-pay']}"));
        }

        assertThatExceptionOfType(TooManyReferrersException.class).isThrownBy(() -> trash.delete(ADA, PAY, 1, true))
                .withMessageStartingWith("More than 500 documents need “Pay”");
        assertThat(listed(true)).isEmpty();
    }

    /** Deletes with referrers, where somebody else comes first just as one of them is about to go. */
    private Deletion whileDeleting(DocumentId overtaken, Runnable change) {
        AtomicBoolean changed = new AtomicBoolean();
        Documents overtaking = mock(Documents.class, delegatesTo(documents));
        doAnswer(call -> {
            Document before = call.getArgument(0);
            if (before.id().equals(overtaken) && changed.compareAndSet(false, true)) {
                change.run();
            }
            return documents.replace(before, call.getArgument(1));
        }).when(overtaking).replace(any(), any());
        return Notes.desk(overtaking, Notes.properties()).trash().delete(ADA, PAY, 1, true);
    }

    @Test
    void a_stale_command_deletes_nothing() {
        editing.save(EVE, PAY, 1, note("pay", "Salary"));

        assertThatThrownBy(() -> trash.delete(ADA, PAY, 1, false)).isInstanceOf(StaleVersionException.class);
        assertThat(listed(true)).isEmpty();
    }

    @Test
    void what_has_been_in_the_trash_for_long_is_gone_for_good_and_its_id_is_never_given_again() {
        trash.delete(ADA, PAY, 1, false);
        retention(Duration.ofDays(29)).run();
        assertThat(documents.find(PAY)).isPresent();
        retention(Duration.ofDays(31)).run();

        assertThat(documents.find(PAY)).isEmpty();
        assertThat(documents.findAll(List.of(PAY))).isEmpty();
        assertThat(documents.version(PAY, 1)).isEmpty();
        assertThat(listed(true)).isEmpty();
        assertThat(events).containsExactly(new DocumentsPurged(List.of(PAY)));
        assertThatThrownBy(() -> editing.create(ADA, "Note", PAY, note("pay", "Pay")))
                .isInstanceOf(DocumentExistsException.class);
        retention(Duration.ofDays(99)).run();
        assertThat(events).hasSize(1);
    }

    @Test
    void a_removal_that_was_cut_off_is_finished_by_the_next_run() {
        editing.save(EVE, PAY, 1, note("pay", "Salary"));
        Document leftOver = trash.delete(ADA, PAY, 2, false).document();
        assertThat(documents.purge(NOW.plusSeconds(1))).containsExactly(PAY);
        mongo.database().getCollection("revisions", BsonDocument.class).insertOne(MongoDocumentForm.stored(leftOver)
                .append("_id", new BsonString("note-pay@1")).append("document", new BsonString(PAY.value())));
        assertThat(documents.version(PAY, 1)).as("not shown, though it is there").isEmpty();
        retention(Duration.ofDays(1)).run();

        assertThat(events).containsExactly(new DocumentsPurged(List.of(PAY)));
        assertThat(mongo.database().getCollection("revisions").countDocuments(Filters.eq("document", PAY.value())))
                .isZero();
        retention(Duration.ofDays(1)).run();
        assertThat(events).hasSize(1);
    }

    @Test
    void what_was_taken_out_of_the_trash_or_went_live_meanwhile_is_not_removed() {
        editing.create(ADA, "Note", HOURS, note("hours", "Hours"));
        trash.delete(ADA, PAY, 1, false);
        trash.delete(ADA, HOURS, 1, false);
        AtomicBoolean meanwhile = new AtomicBoolean();
        CommandListener afterTheLook = new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (event.getCommandName().equals("find") && meanwhile.compareAndSet(false, true)) {
                    trash.undelete(EVE, PAY, 2);
                    documents.project(List.of(new Documents.Projected(HOURS, 7, 1)));
                }
            }
        };
        try (MongoClient observed = mongo.observed(afterTheLook)) {
            Documents slow = new MongoDocuments(observed.getDatabase("guidepost"));
            assertThat(slow.purge(NOW.plusSeconds(1))).isEmpty();
        }

        assertThat(meanwhile).isTrue();
        assertThat(documents.find(PAY).orElseThrow().trashed()).isNull();
        assertThat(documents.find(HOURS).orElseThrow().isLive()).isTrue();
        assertThat(documents.version(PAY, 1)).isPresent();
    }

    @Test
    void who_could_not_remove_what_went_with_a_document_is_told_again() {
        trash.delete(ADA, PAY, 1, false);
        ApplicationEventPublisher failing = event -> {
            events.add(event);
            throw new IllegalStateException("The comments are away.");
        };
        Retention cutOff = new Retention(documents, Notes.properties(), failing, clock(Duration.ofDays(31)));
        assertThatThrownBy(cutOff::run).hasMessage("The comments are away.");
        retention(Duration.ofDays(31)).run();
        retention(Duration.ofDays(31)).run();

        DocumentsPurged purged = new DocumentsPurged(List.of(PAY));
        assertThat(events).containsExactly(purged, purged);
    }

    @Test
    void those_who_follow_hear_of_what_is_gone() {
        trash.delete(ADA, PAY, 1, false);
        ChangedDocuments changes = new MongoChangedDocuments(mongo.database());
        changes.pending(Follower.SEARCH, 9).forEach(change -> changes.done(Follower.SEARCH, change));
        retention(Duration.ofDays(31)).run();

        assertThat(changes.pending(Follower.SEARCH, 9)).extracting(Changed::document).containsExactly(PAY);
    }

    private Retention retention(Duration later) {
        return new Retention(documents, Notes.properties(), events::add, clock(later));
    }

    private static Clock clock(Duration later) {
        return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }

    /** An index needs the note on hours, which needs the one on pay. */
    private void refer() {
        editing.create(ADA, "Note", HOURS, json("{'slug': 'hours', 'title': 'Hours', 'see': ['note-pay']}"));
        editing.create(ADA, "Note", INDEX, json("{'slug': 'index', 'title': 'Index', 'see': ['note-hours']}"));
    }

    private List<DocumentId> listed(boolean trashed) {
        return documents.list(new DocumentQuery(null, null, null, null, trashed, null, 9)).stream().map(Document::id)
                .toList();
    }
}
