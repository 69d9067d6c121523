package io.guidepost.transfer;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewing;
import io.guidepost.release.LiveSites;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.ObjectNode;

class ContentImportTest {

    private static final TransferProperties LIMITS = new TransferProperties(1_000, DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(8));
    private static final Importers IMPORTERS = new Importers(ADA, EVE);
    private static final ImportOptions PLAIN = new ImportOptions(false, false, false);
    private static final ImportOptions DRY = new ImportOptions(true, false, false);
    private static final ImportOptions UPDATE = new ImportOptions(false, true, false);
    private static final ImportOptions PUBLISH = new ImportOptions(false, false, true);

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    @RegisterExtension
    private final TestMongo empty = new TestMongo();

    private ContentNode node;

    @BeforeEach
    void start() {
        node = node(mongo);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static ContentNode node(TestMongo mongo) {
        return new ContentNode(mongo.database(), ContentImport.class, QuizImport.class, ContentExport.class);
    }

    private ImportReport run(ImportOptions options, ContentFile... files) {
        return run(node, ContentBundle.of(List.of(files)), options);
    }

    private static ImportReport run(ContentNode node, ContentBundle bundle, ImportOptions options) {
        ContentImport imports = node.get(ContentImport.class);
        return imports.run(imports.checked(bundle), options, IMPORTERS, "Import", (done, of) -> {});
    }

    private static ContentFile file(String type, String id, ObjectNode content) {
        return new ContentFile(id + ".yaml", type, id, content);
    }

    private static ContentFile maths(String answer) {
        return file("Faq", "faq-maths", faq("maths", answer));
    }

    private static byte[] export(ContentNode node, ContentExport.State state) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        node.get(ContentExport.class).write(state, List.of(), archive);
        return archive.toByteArray();
    }

    @Test
    void an_export_of_the_seed_imported_into_an_empty_server_is_exported_as_the_same_bytes() throws IOException {
        ContentDirectory seed = new ContentDirectory("classpath:guidepost/seed-content");
        ImportReport seeded = run(node, new ContentBundle(seed.documents(), seed.quiz(), List.of()), PUBLISH);
        assertThat(seeded.published()).isEqualTo(seeded.total()).isGreaterThan(100);
        byte[] working = export(node, ContentExport.State.WORKING);

        try (ContentNode other = node(empty)) {
            ContentBundle bundle = new BundleReader(LIMITS).archive(new ByteArrayInputStream(working));
            ImportReport report = run(other, bundle, PUBLISH);

            assertThat(report.created()).isEqualTo(seeded.total());
            assertThat(report.quiz().outcome()).isEqualTo(Outcome.CREATED);
            assertThat(report.release()).isEqualTo(1);
            assertThat(export(other, ContentExport.State.WORKING)).isEqualTo(working);
            assertThat(export(other, ContentExport.State.LIVE)).isEqualTo(working);
            ImportReport again = run(other, bundle, PUBLISH);
            assertThat(again.unchanged()).isEqualTo(again.total());
            assertThat(again.release()).isNull();
            assertThat(other.get(LiveSites.class).latest().release()).isEqualTo(1);
        }
    }

    @Test
    void what_differs_is_a_conflict_and_is_left_alone() {
        run(PLAIN, maths("None."));

        ImportReport report = run(PLAIN, maths("Some."), file("Source", "source-bureau", source("bureau")));

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.conflicts()).isEqualTo(1);
        assertThat(report.documents()).singleElement().satisfies(conflict -> {
            assertThat(conflict.outcome()).isEqualTo(Outcome.CONFLICT);
            assertThat(conflict.differences()).containsExactly("/answer");
        });
        assertThat(node.find("faq-maths").content()).isEqualTo(faq("maths", "None."));
    }

    @Test
    void an_id_of_a_document_of_another_type_is_a_conflict_even_for_an_update() {
        run(PLAIN, maths("None."));

        ImportReport report = run(UPDATE, file("Source", "faq-maths", source("bureau")));

        assertThat(report.documents()).extracting(Imported::outcome).containsExactly(Outcome.CONFLICT);
        assertThat(node.find("faq-maths").type()).isEqualTo("Faq");
    }

    @Test
    void an_update_is_saved_as_the_next_version_once() {
        run(PLAIN, maths("None."));

        assertThat(run(UPDATE, maths("Some.")).updated()).isEqualTo(1);
        assertThat(run(UPDATE, maths("Some.")).unchanged()).isEqualTo(1);

        assertThat(node.find("faq-maths").version()).isEqualTo(2);
        assertThat(node.find("faq-maths").content()).isEqualTo(faq("maths", "Some."));
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() {
        run(PLAIN, maths("None."));

        ImportReport report = run(new ImportOptions(true, true, true), maths("Some."),
                file("Source", "source-bureau", source("bureau")));

        assertThat(report.dryRun()).isTrue();
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(run(DRY, maths("Some.")).conflicts()).isEqualTo(1);
        assertThat(mongo.database().getCollection("documents").countDocuments()).isEqualTo(1);
        assertThat(node.find("faq-maths").version()).isEqualTo(1);
    }

    @Test
    void an_import_that_was_cut_off_is_finished_by_the_next() {
        node.get(Editing.class).create(ADA, "Faq", new DocumentId("faq-maths"), faq("maths", "Some."));
        node.get(Reviewing.class).submit(ADA, new DocumentId("faq-maths"), 1);

        ImportReport report = run(PUBLISH, maths("Some."), file("Source", "source-bureau", source("bureau")));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.published()).isEqualTo(2);
    }

    @Test
    void what_a_reviewer_has_sent_back_is_not_published() {
        DocumentId id = new DocumentId("faq-maths");
        node.get(Editing.class).create(ADA, "Faq", id, faq("maths", "Some."));
        node.get(Reviewing.class).submit(ADA, id, 1);
        node.get(Reviewing.class).requestChanges(EVE, id, 2, "How much?");

        ImportReport report = run(PUBLISH, maths("Some."));

        assertThat(report.release()).isNull();
        assertThat(report.documents()).singleElement().satisfies(document -> assertThat(document.message()).contains(
                "asked for changes"));
        assertThat(node.find("faq-maths").version()).isEqualTo(3);
    }

    @Test
    void what_is_not_ready_is_imported_and_not_published() {
        ObjectNode short_ = faq("maths", "Some.");
        short_.remove("question");

        ImportReport report = run(PUBLISH, file("Faq", "faq-maths", short_), file("Source", "source-bureau",
                source("bureau")));

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.published()).isEqualTo(1);
        assertThat(report.documents()).singleElement().satisfies(document -> assertThat(document.problems())
                .extracting(problem -> problem.pointer()).contains("/question"));
    }

    @Test
    void nothing_is_imported_if_anything_is_malformed() {
        ObjectNode unknown = faq("degree", "No.").put("colour", "red");

        assertThatThrownBy(() -> run(PLAIN, maths("Some."), file("Faq", "faq-degree", unknown), file("Poem", "poem-one",
                unknown), file("Faq", "No Id", faq("other", "No.")))).isInstanceOfSatisfying(
                        MalformedContentException.class, malformed -> assertThat(malformed.problems()).extracting(
                                FileProblem::code).containsExactly("unknown-field", "unknown-type", "malformed-id"));
        assertThat(mongo.database().getCollection("documents").countDocuments()).isZero();
    }
}
