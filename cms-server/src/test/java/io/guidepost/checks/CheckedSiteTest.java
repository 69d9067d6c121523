package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.editorial.Checking;
import io.guidepost.editorial.DocumentId;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.release.Change;
import io.guidepost.release.ReleasePreview;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node finds in working copies and in releases, with no more around them than it has at hand. */
class CheckedSiteTest {

    private static final Tuple[] MISTAKES = {tuple("wrong-article", "/roleWithArticle"),
        tuple("wrong-article", "/whatTheyDo/intro"), tuple("contradicting-figure", "/pathIntro"),
        tuple("hand-typed-figure", "/pathIntro"), tuple("copied-text", "/timeline/note"),
        tuple("occupation-mismatch", "/outlook/occupation")};

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final Seed seed = Seed.content();
    private ContentNode node;

    @BeforeEach
    void the_seed_content_is_approved() {
        node = new ContentNode(mongo.database());
        node.get(Quizzes.class).store(QuizReader.yaml(
                CheckedSiteTest.class.getResourceAsStream("/guidepost/seed-content/quiz/quiz.yaml")));
        seed.documents.values().forEach(this::approve);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void the_mistakes_are_found_in_a_working_copy_and_gone_once_corrected() {
        assertThat(inWorkingCopy()).extracting(Finding::code, Finding::pointer).doesNotContain(MISTAKES);

        mistake();

        assertThat(inWorkingCopy()).extracting(Finding::code, Finding::pointer).contains(MISTAKES);
    }

    @Test
    void the_mistakes_are_warnings_of_a_release_and_gone_once_corrected() {
        assertThat(release().warnings()).extracting(found -> found.code(), found -> found.pointer())
                .doesNotContain(MISTAKES);

        mistake();

        assertThat(release().problems()).isEmpty();
        assertThat(release().warnings()).filteredOn(found -> found.document().equals(ReferencePageMistakes.GUIDE))
                .extracting(found -> found.code(), found -> found.pointer()).contains(MISTAKES);
    }

    private List<Finding> inWorkingCopy() {
        return node.get(Checking.class).findings(node.find(ReferencePageMistakes.GUIDE));
    }

    private ReleasePreview release() {
        return node.get(Releases.class).preview(ContentNode.EVE, new ReleaseRequest(seed.documents.keySet().stream()
                .map(id -> Change.publish(new DocumentId(id))).toList(), "All of it."));
    }

    private void mistake() {
        ReferencePageMistakes.in(seed);
        List.of(ReferencePageMistakes.GUIDE, ReferencePageMistakes.FAQ).stream().map(seed.documents::get)
                .forEach(this::approve);
    }

    private void approve(Neighbour document) {
        node.approved(document.type(), document.id(), document.content());
    }
}
