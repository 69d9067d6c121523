package io.guidepost.seeding;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.audit.AuditEntry;
import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.Workflow;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.Change;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSites;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import io.guidepost.transfer.ContentFile;
import io.guidepost.transfer.ContentImport;
import io.guidepost.transfer.QuizImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.DefaultApplicationArguments;

class SeedingTest {

    private static final Actor SEED_AUTHOR = Actor.system("seed-author");
    private static final Actor SEED_EDITOR = Actor.system("seed-editor");
    private static final List<ContentFile> SEEDS = List.of(new ContentFile("", "Faq", "faq-degree", faq("degree",
            "No, says a bureau [@bureau].")), new ContentFile("", "Faq", "faq-maths", faq("maths", "Some of it.")),
            new ContentFile("", "Source", "source-bureau", source("bureau")));

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private ContentNode node;
    private Seeding seeding;

    @BeforeEach
    void start() {
        node = new ContentNode(mongo.database(), SeedingRunner.class, SeedingConfiguration.class, ContentImport.class,
                QuizImport.class);
        seeding = new Seeding(node.get(ContentImport.class), node.get(LiveSites.class));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private int release() {
        return node.get(LiveSites.class).latest().release();
    }

    @Test
    void a_second_import_imports_nothing() {
        SeedingRunner runner = node.get(SeedingRunner.class);
        runner.run(new DefaultApplicationArguments());
        Map<String, Long> imported = counts();
        assertThat(release()).isEqualTo(1);
        assertThat(imported).containsEntry("responses", 3214L).containsEntry("releases", 1L);

        runner.run(new DefaultApplicationArguments());

        assertThat(counts()).isEqualTo(imported);
        assertThat(release()).isEqualTo(1);
        assertThat(node.get(Snapshots.class).latest().number()).isEqualTo(1);
        assertThat(node.get(AuditLog.class).newest(AuditFilter.ALL, null, 9)).singleElement()
                .returns("seed-content.publish", AuditEntry::command).returns("1", AuditEntry::target);
    }

    private Map<String, Long> counts() {
        MongoDatabase database = mongo.database();
        Map<String, Long> counts = new HashMap<>();
        for (String name : database.listCollectionNames()) {
            counts.put(name, database.getCollection(name).countDocuments());
        }
        return counts;
    }

    @Test
    void a_document_that_a_person_has_edited_is_not_overwritten() {
        seeding.run(SEEDS);
        Document edited = node.get(Editing.class).save(ADA, new DocumentId("faq-maths"), 3, faq("maths", "None."));

        assertThat(seeding.run(SEEDS)).isEmpty();

        assertThat(node.find("faq-maths").version()).isEqualTo(edited.version());
        assertThat(node.find("faq-maths").content()).isEqualTo(faq("maths", "None."));
        assertThat(release()).isEqualTo(1);
    }

    @Test
    void a_document_that_a_person_has_withdrawn_does_not_come_back() {
        seeding.run(SEEDS);
        node.get(Releases.class).publish(EVE, new ReleaseRequest(List.of(Change.withdraw(new DocumentId("faq-maths"))),
                ""));

        assertThat(seeding.run(SEEDS)).isEmpty();

        assertThat(node.get(LiveSites.class).latest().byId("faq-maths")).isEmpty();
        assertThat(release()).isEqualTo(2);
    }

    @Test
    void an_import_that_was_cut_off_is_finished_in_one_release() {
        Editing editing = node.get(Editing.class);
        Reviewing reviewing = node.get(Reviewing.class);
        for (ContentFile seed : SEEDS.subList(0, 2)) {
            editing.create(SEED_AUTHOR, seed.type(), new DocumentId(seed.id()), seed.content());
        }
        reviewing.submit(SEED_AUTHOR, new DocumentId("faq-maths"), 1);
        reviewing.approve(SEED_EDITOR, new DocumentId("faq-maths"), 2);
        reviewing.submit(SEED_AUTHOR, new DocumentId("faq-degree"), 1);

        assertThat(seeding.run(SEEDS)).hasValue(1);

        assertThat(node.get(LiveSites.class).latest().documents()).extracting(LiveDocument::publication)
                .containsExactlyInAnyOrder("faq-degree@3", "faq-maths@3",
                        "source-bureau@3");
    }

    @Test
    void what_a_person_has_made_of_a_document_before_it_went_live_is_left_to_them() {
        Editing editing = node.get(Editing.class);
        editing.create(SEED_AUTHOR, "Faq", new DocumentId("faq-maths"), SEEDS.get(1).content());
        editing.save(ADA, new DocumentId("faq-maths"), 1, faq("maths", "None."));

        assertThat(seeding.run(SEEDS)).hasValue(1);

        assertThat(node.get(LiveSites.class).latest().documents()).extracting(LiveDocument::id)
                .containsExactlyInAnyOrder("faq-degree", "source-bureau");
        assertThat(node.find("faq-maths").workflow()).isEqualTo(new Workflow.Draft());
        assertThat(node.find("faq-maths").version()).isEqualTo(2);
    }
}
