package io.guidepost.figures;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.guidepost.content.FigureToken;
import io.guidepost.editorial.Deletion;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Trash;
import io.guidepost.figures.Use.State;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class FigureUsesTest {

    private static final String ROLE = "ai-specialist";

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final List<String> read = new ArrayList<>();
    private MongoClient client;
    private ContentNode node;

    @BeforeEach
    void start() throws Exception {
        client = mongo.observed(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("find")) {
                    synchronized (read) {
                        read.add(event.getCommand().getString("find").getValue());
                    }
                }
            }
        });
        node = new ContentNode(client.getDatabase(mongo.database().getName()), FigureUses.class);
        node.get(Quizzes.class).store(
                QuizReader.yaml(new ClassPathResource("guidepost/seed-content/quiz/quiz.yaml").getInputStream()));
    }

    @AfterEach
    void stop() {
        node.close();
        client.close();
    }

    @Test
    void a_figure_is_used_by_whichever_tokens_stand_for_it() {
        guide("Of {{respondents}}, {{respondents floor 10}} and {{respondents}}: {{percent priority/earn-more}}.");
        node.approved("Faq", "faq-one", ContentNode.faq("one", "Of {{respondents for ai-specialist}} people."));

        assertThat(uses("respondents")).extracting(Use::document, Use::type, Use::slug, Use::title, Use::pointer,
                Use::token).containsExactly(
                        tuple("faq-one", "Faq", "one", "What about one?", "/answer",
                                "{{respondents for ai-specialist}}"),
                        tuple("guide-ai", "RoleGuide", "ai-guide", "AI specialist", "/basis",
                                "{{respondents floor 10}}"),
                        tuple("guide-ai", "RoleGuide", "ai-guide", "AI specialist", "/basis", "{{respondents}}"));
        assertThat(uses("percent priority/earn-more")).extracting(Use::document).containsExactly("guide-ai");
        assertThat(uses("percent priority/earn-more of student")).isEmpty();
    }

    @Test
    void figures_of_other_roles_and_of_all_takers_are_left_out() {
        guide("Of {{respondents for ux-designer}} and of {{site.respondents}}.");
        node.approved("Faq", "faq-one", ContentNode.faq("one", "Of {{recent for ux-designer}} people."));

        assertThat(node.get(FigureUses.class).of(ROLE)).isEmpty();
        assertThat(node.get(FigureUses.class).of("ux-designer")).hasSize(2);
    }

    @Test
    void a_use_says_whether_it_stands_in_the_working_copy_or_in_what_is_live() {
        node.approved("Faq", "faq-one", ContentNode.faq("one", "Of {{respondents for ai-specialist}} people."));
        assertThat(states()).containsExactly(List.of(State.WORKING));

        node.get(Releases.class).publish(EVE,
                new ReleaseRequest(List.of(Change.publish(new DocumentId("faq-one"))), "Out"));
        assertThat(states()).containsExactly(List.of(State.WORKING, State.LIVE));

        node.approved("Faq", "faq-one", ContentNode.faq("one", "Of many people."));
        assertThat(states()).containsExactly(List.of(State.LIVE));

        node.get(Releases.class).publish(EVE,
                new ReleaseRequest(List.of(Change.publish(new DocumentId("faq-one"))), "Without"));
        assertThat(states()).isEmpty();
    }

    @Test
    void a_working_copy_in_the_trash_uses_nothing() {
        guide("Of {{respondents}}.");
        assertThat(states()).hasSize(1);

        Deletion _ = node.get(Trash.class).delete(ADA, new DocumentId("guide-ai"), 1, false);

        assertThat(states()).isEmpty();
    }

    @Test
    void no_content_is_read_again_that_has_not_changed() {
        guide("Of {{respondents}}.");
        node.approved("Faq", "faq-one", ContentNode.faq("one", "Of {{respondents for ai-specialist}} people."));
        node.get(Releases.class).publish(EVE,
                new ReleaseRequest(List.of(Change.publish(new DocumentId("faq-one"))), "Out"));
        assertThat(reads()).as("heads and contents").containsExactly("documents", "documents");

        assertThat(reads()).as("heads alone").containsExactly("documents");

        node.get(Editing.class).save(ADA, new DocumentId("guide-ai"), 1,
                JsonMapper.shared().createObjectNode().put("slug", "ai-guide").put("quizRole", ROLE).put("basis",
                        "None."));
        assertThat(reads()).as("heads and one content").containsExactly("documents", "documents");
        assertThat(uses("respondents")).extracting(Use::document).containsExactly("faq-one");
    }

    private void guide(String basis) {
        node.get(Editing.class).create(ADA, "RoleGuide", new DocumentId("guide-ai"), JsonMapper.shared()
                .createObjectNode().put("slug", "ai-guide").put("role", "AI specialist").put("quizRole", ROLE)
                .put("basis", basis));
    }

    private List<Use> uses(String token) {
        return node.get(FigureUses.class).of(ROLE).getOrDefault(new FigureKey(ROLE, FigureToken.parse(token)),
                List.of());
    }

    private List<List<State>> states() {
        return uses("respondents").stream().map(Use::states).toList();
    }

    /** From which collections documents are read while the uses are looked up. */
    private List<String> reads() {
        synchronized (read) {
            read.clear();
        }
        assertThat(uses("respondents")).isNotEmpty();
        synchronized (read) {
            return read.stream().filter(Arrays.asList("documents", "revisions", "publications")::contains).toList();
        }
    }
}
