package io.guidepost.notifications;

import static io.guidepost.notifications.NewsNode.id;
import static io.guidepost.notifications.Team.ANN;
import static io.guidepost.notifications.Team.EDGAR;
import static io.guidepost.notifications.Team.EVE;
import static io.guidepost.notifications.Team.LEA;
import static io.guidepost.notifications.Team.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Change;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import io.guidepost.upkeep.ReviewTask;
import io.guidepost.upkeep.ReviewTask.Matter;
import io.guidepost.upkeep.ReviewTaskOpened;
import io.guidepost.upkeep.TaskKind;
import io.guidepost.upkeep.TaskState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of review tasks. */
class TaskNewsTest {

    private static final UUID TASK = UUID.fromString("019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11");

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

    private void opened(DocumentId document) {
        node.get(TaskNews.class).on(new ReviewTaskOpened(
                new ReviewTask(TASK, new Matter(TaskKind.BROKEN_LINK, document, "source-bls"), "now",
                        "A link is broken.", Instant.now(), new TaskState.Open())));
    }

    @Test
    void the_authors_of_the_working_copy_and_of_what_is_live_are_told_once() {
        Document approved = node.approved(ANN, EVE, "one");
        node.released(LINUS, Change.publish(id("one")));
        Document edited = node.editing().save(EDGAR, id("one"), approved.version(),
                ContentNode.faq("one", "Otherwise."));
        node.editing().save(LEA, id("one"), edited.version(), ContentNode.faq("one", "Otherwise yet."));
        opened(id("one"));
        opened(id("one"));

        assertThat(node.kinds(ANN)).containsExactly(NotificationKind.REVIEW_TASK);
        assertThat(node.kinds(EDGAR)).containsExactly(NotificationKind.REVIEW_TASK);
        assertThat(node.all()).as("nobody else, nor who has left").isEqualTo(2);
        assertThat(node.texts(ANN)).containsExactly("Please look at “What about one?”. A link is broken.");
        assertThat(node.of(ANN).getFirst().message().link()).isEqualTo("/api/review-tasks/" + TASK);
        assertThat(node.of(ANN).getFirst().by()).isNull();
    }

    @Test
    void a_document_that_is_not_there_concerns_nobody() {
        opened(id("nowhere"));

        assertThat(node.all()).isZero();
    }
}
