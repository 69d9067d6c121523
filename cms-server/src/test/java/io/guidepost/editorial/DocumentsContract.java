package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.NOW;
import static io.guidepost.editorial.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.editorial.Documents.Head;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of documents must keep to. */
abstract class DocumentsContract {

    private static final DocumentId ID = new DocumentId("note-one");
    private static final PersonId ADA = Notes.ADA.id();
    private static final PersonId EVE = Notes.EVE.id();

    private Documents documents;
    private RecentChanges changes;

    /** An empty database. */
    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        MongoDatabase database = database();
        documents = new MongoDocuments(database);
        changes = new MongoRecentChanges(database);
    }

    @Test
    void a_document_is_read_as_it_was_added() {
        Document document = document("note-one", "first-note", "The first");

        assertThat(documents.find(ID)).isEmpty();
        assertThat(documents.add(document)).isTrue();
        assertThat(documents.find(ID)).contains(document);
        assertThat(documents.version(ID, 1)).contains(document);
        assertThat(documents.version(ID, 2)).isEmpty();
    }

    @Test
    void an_id_is_given_once() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);

        assertThat(documents.add(document("note-one", "other-note", "Another"))).isFalse();
        assertThat(documents.find(ID)).contains(first);
    }

    @Test
    void of_documents_that_are_added_together_those_are_told_whose_id_is_taken() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        Document second = document("note-two", "second-note", "The second");
        Document third = document("note-three", "third-note", "The third");

        assertThat(documents.addAll(List.of(second, document("note-one", "other-note", "Another"), third,
                document("note-two", "again-note", "Again")))).containsExactlyInAnyOrder(1, 3);

        assertThat(documents.addAll(List.of())).isEmpty();
        assertThat(documents.find(ID)).contains(first);
        assertThat(documents.find(second.id())).contains(second);
        assertThat(documents.find(third.id())).contains(third);
    }

    @Test
    void every_state_of_the_workflow_is_read_as_it_was_stored() {
        Document last = document("note-one", "first-note", "The first");
        documents.add(last);
        List<Workflow> states = List.of(
                new Workflow.InReview(ADA, NOW, new Reviewers(Set.of(EVE), null),
                        List.of(new Approval(EVE, NOW, "abc"))),
                new Workflow.ChangesRequested(EVE, NOW, "Too short.", new Reviewers(Set.of(), Role.EDITOR)),
                new Workflow.Approved(List.of(new Approval(EVE, NOW, "abc"), new Approval(ADA, NOW, "abc"))),
                new Workflow.Draft());
        for (Workflow state : states) {
            Document next = last.moved(state, new Revision(Change.EDITED, EVE, NOW, "Why not.", "So it is.", NOW));
            assertThat(documents.replace(last, next)).isTrue();
            assertThat(documents.find(ID)).contains(next);
            last = next;
        }
    }

    @Test
    void a_superseded_version_stays_readable_as_it_was() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        Document second = edited(first, "The second");
        documents.replace(first, second);

        assertThat(documents.version(ID, 1)).contains(first);
        assertThat(documents.version(ID, 2)).contains(second);
        assertThat(documents.history(ID, Integer.MAX_VALUE, 10)).extracting(Document::version, Document::title)
                .containsExactly(tuple(2, "The second"), tuple(1, "The first"));
    }

    @Test
    void history_comes_in_pages_the_newest_first() {
        Document last = document("note-one", "first-note", "Note 1");
        documents.add(last);
        for (int version = 2; version <= 12; version++) {
            Document next = edited(last, "Note " + version);
            documents.replace(last, next);
            last = next;
        }

        assertThat(documents.history(ID, Integer.MAX_VALUE, 5)).extracting(Document::version)
                .containsExactly(12, 11, 10, 9, 8);
        assertThat(documents.history(ID, 8, 5)).extracting(Document::version).containsExactly(7, 6, 5, 4, 3);
        assertThat(documents.history(ID, 3, 5)).extracting(Document::version).containsExactly(2, 1);
        assertThat(documents.history(new DocumentId("note-two"), 3, 5)).isEmpty();
    }

    @Test
    void a_change_of_a_superseded_version_changes_nothing() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        Document second = edited(first, "The second");
        documents.replace(first, second);

        assertThat(documents.replace(first, edited(first, "Too late"))).isFalse();
        assertThat(documents.find(ID)).contains(second);
        assertThat(documents.version(ID, 1)).contains(first);
    }

    @Test
    void a_change_that_was_cut_off_after_archiving_leaves_no_trace_and_can_be_made_again() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        documents.replace(first, edited(first, "The second"));
        // The head stands at version 1 again while the archive holds it: what is left when the server dies in between.
        database().getCollection("documents").drop();
        documents.add(first);

        assertThat(documents.history(ID, Integer.MAX_VALUE, 10)).extracting(Document::version).containsExactly(1);
        Document again = edited(first, "The second, again");
        assertThat(documents.replace(first, again)).isTrue();
        assertThat(documents.find(ID)).contains(again);
        assertThat(documents.history(ID, Integer.MAX_VALUE, 10)).extracting(Document::title)
                .containsExactly("The second, again", "The first");
    }

    @Test
    void of_many_changes_at_once_each_that_succeeds_is_in_the_history_exactly_once() throws Exception {
        int writers = 16;
        int changes = 10;
        documents.add(document("note-one", "first-note", "start"));
        CyclicBarrier start = new CyclicBarrier(writers);
        List<String> made = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<List<String>>> tasks = IntStream.range(0, writers)
                    .<Callable<List<String>>>mapToObj(writer -> () -> {
                        start.await();
                        return changes(writer, changes);
                    }).toList();
            for (Future<List<String>> task : pool.invokeAll(tasks)) {
                made.addAll(task.get());
            }
        }

        List<Document> history = documents.history(ID, Integer.MAX_VALUE, writers * changes + 2);
        assertThat(made).hasSizeGreaterThanOrEqualTo(changes);
        assertThat(history).extracting(Document::version).containsExactlyElementsOf(
                IntStream.iterate(made.size() + 1, version -> version > 0, version -> version - 1).boxed().toList());
        assertThat(history.subList(0, made.size())).extracting(Document::title)
                .containsExactlyInAnyOrderElementsOf(made);
    }

    /** Tries so many changes, each once, and answers those that succeeded. */
    private List<String> changes(int writer, int count) {
        List<String> made = new ArrayList<>();
        for (int change = 0; change < count; change++) {
            String title = writer + "/" + change;
            Document before = documents.find(ID).orElseThrow();
            if (documents.replace(before, edited(before, title))) {
                made.add(title);
            }
        }
        return made;
    }

    @Test
    void what_is_live_is_noted_without_a_new_version_and_survives_edits() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        documents.project(List.of(new Documents.Projected(ID, 7, 1)));

        assertThat(documents.find(ID).orElseThrow()).satisfies(head -> {
            assertThat(head.version()).isEqualTo(1);
            assertThat(head.live()).isEqualTo(new Live(7, 1));
        });
        assertThat(documents.replace(first, edited(first, "The second"))).isTrue();
        assertThat(documents.find(ID).orElseThrow().live()).isEqualTo(new Live(7, 1));
    }

    @Test
    void only_a_newer_release_changes_what_is_noted_as_live() {
        documents.add(document("note-one", "first-note", "The first"));
        documents.project(List.of(new Documents.Projected(ID, 7, 3)));
        documents.project(List.of(new Documents.Projected(ID, 7, 4)));
        documents.project(List.of(new Documents.Projected(ID, 6, null)));
        assertThat(documents.find(ID).orElseThrow().live()).isEqualTo(new Live(7, 3));

        documents.project(List.of(new Documents.Projected(ID, 8, null)));
        assertThat(documents.find(ID).orElseThrow().live()).isEqualTo(new Live(8, null));

        DocumentId unknown = new DocumentId("note-two");
        documents.project(List.of(new Documents.Projected(unknown, 9, 1)));
        assertThat(documents.find(unknown)).isEmpty();
    }

    @Test
    void a_list_comes_in_pages_in_the_order_of_ids_and_without_content() {
        List.of("note-c", "note-a", "note-b").forEach(id -> documents.add(document(id, id, "A note")));

        List<Document> page = documents.list(new DocumentQuery(null, null, null, null, false, null, 2));
        assertThat(page).extracting(document -> document.id().value()).containsExactly("note-a", "note-b");
        assertThat(page).allSatisfy(document -> assertThat(document.content().isEmpty()).isTrue());
        assertThat(ids(new DocumentQuery(null, null, null, null, false, "note-b", 2))).containsExactly("note-c");
    }

    @Test
    void a_list_is_narrowed_by_type_state_slug_and_words_of_the_title() {
        documents.add(document("note-a", "pay-rise", "How much (on average)?"));
        Document other = document("note-b", "long-hours", "How long?");
        documents.add(other);
        documents.replace(other, other.moved(new Workflow.InReview(ADA, NOW, Reviewers.ANYBODY, List.of()),
                Revision.of(Change.SUBMITTED, ADA, NOW, "")));

        assertThat(ids(new DocumentQuery("Note", null, null, null, false, null, 9))).containsExactly("note-a",
                "note-b");
        assertThat(ids(new DocumentQuery("Source", null, null, null, false, null, 9))).isEmpty();
        assertThat(ids(new DocumentQuery(null, "InReview", null, null, false, null, 9))).containsExactly("note-b");
        assertThat(ids(new DocumentQuery(null, null, "pay-rise", null, false, null, 9))).containsExactly("note-a");
        assertThat(ids(new DocumentQuery(null, null, null, "how", false, null, 9))).containsExactly("note-a", "note-b");
        assertThat(ids(new DocumentQuery(null, null, null, "(ON AVERAGE)", false, null, 9))).containsExactly("note-a");
        assertThat(ids(new DocumentQuery(null, null, null, ".*", false, null, 9))).isEmpty();
    }

    @Test
    void heads_come_in_the_order_of_ids_without_those_in_the_trash() {
        List.of("note-c", "note-a", "note-b").forEach(id -> documents.add(document(id, id, "A note")));
        Document before = documents.find(new DocumentId("note-b")).orElseThrow();
        documents.replace(before, before.trashed(new Trashed(ADA, NOW), Revision.of(Change.TRASHED, ADA, NOW, "")));
        Document first = documents.find(new DocumentId("note-a")).orElseThrow();
        documents.replace(first, edited(first, "Another title"));

        assertThat(documents.heads()).containsExactly(
                new Head(new DocumentId("note-a"), "Note", "note-a", "Another title", 2),
                new Head(new DocumentId("note-c"), "Note", "note-c", "A note", 1));
        assertThat(documents.heads(List.of(new DocumentId("note-c"), new DocumentId("note-b"),
                new DocumentId("note-x")))).extracting(Head::key).containsExactly("note-c@1");
    }

    @Test
    void contents_of_versions_old_and_new_are_read_together() {
        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        Document second = edited(first, "The second");
        documents.replace(first, second);
        documents.add(document("note-two", "other-note", "Another"));

        assertThat(documents.contents(List.of("note-one@1", "note-one@2", "note-two@1", "note-two@2", "note-x@1")))
                .containsOnlyKeys("note-one@1", "note-one@2", "note-two@1")
                .containsEntry("note-one@1", first.content()).containsEntry("note-one@2", second.content());
    }

    @Test
    void recent_changes_are_told_from_one_look_to_the_next() {
        String beginning = changes.since("").mark();
        assertThat(changes.since(beginning).isNothing()).isTrue();

        Document first = document("note-one", "first-note", "The first");
        documents.add(first);
        RecentChanges.Since added = changes.since(beginning);
        assertThat(added.documents()).as("whoever looked before the first change begins anew").isEmpty();
        assertThat(changes.since(added.mark()).isNothing()).isTrue();

        documents.replace(first, edited(first, "The second"));
        documents.addAll(List.of(document("note-two", "other-note", "Another")));
        assertThat(changes.since(added.mark()).documents().orElseThrow()).containsExactlyInAnyOrder(ID,
                new DocumentId("note-two"));
    }

    @Test
    void more_recent_changes_than_are_kept_are_too_many_to_tell() {
        documents.add(document("note-one", "first-note", "The first"));
        String mark = changes.since("").mark();

        documents.addAll(IntStream.range(0, 100).mapToObj(i -> document("note-n" + i, "note-n" + i, "A note"))
                .toList());

        RecentChanges.Since since = changes.since(mark);
        assertThat(since.documents()).isEmpty();
        assertThat(changes.since(since.mark()).isNothing()).isTrue();
    }

    private List<String> ids(DocumentQuery query) {
        return documents.list(query).stream().map(document -> document.id().value()).toList();
    }

    private static Document document(String id, String slug, String title) {
        return new Document(new DocumentId(id), "Note", 1, Body.of(Notes.MODEL.type("Note"), note(slug, title)),
                Set.of(ADA), new Workflow.Draft(), Revision.of(Change.CREATED, ADA, NOW, ""), NOW, null, null);
    }

    private static Document edited(Document before, String title) {
        return before.edited(Body.of(Notes.MODEL.type("Note"), note(before.slug(), title)),
                Revision.of(Change.EDITED, EVE, NOW, ""));
    }
}
