package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.guidepost.GuidepostApplication;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewing;
import io.guidepost.related.FakeGuideIndex;
import io.guidepost.release.Change;
import io.guidepost.release.LiveSites;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.storage.TestMongo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What the answer to a query costs the backends when nothing is in memory: no content is, and no answer is kept. */
@SpringBootTest(classes = GuidepostApplication.class, properties = {"guidepost.seeding.enabled=true",
    "guidepost.release.publications-in-memory=0B", "guidepost.quiz.poll=1h",
    "spring.elasticsearch.uris=http://127.0.0.1:9"})
@Import(CountedReadsTest.Backends.class)
@DirtiesContext
class CountedReadsTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final Commands COMMANDS = new Commands();
    private static final int GUIDES = 6;
    private static final String EDITED = "guide-ux-designer";
    /** Guides, then what they refer to, then what that cites: three steps, the same for one guide as for all. */
    private static final String DEEP = """
            query ($first: Int!, $edition: ID) {
              roleGuides(first: $first, edition: $edition, sort: TITLE) {
                nodes {
                  title
                  tldr { html citations { source { title } } }
                  faqs { question answer { html citations { source { title publisher } } } }
                  phases { name body { text citations { source { title } } } }
                  salary { source { title } }
                  outlook { source { title } }
                  sources { title }
                  jsonLd(url: "https://guides.example/a")
                }
              }
            }""";
    private static final String RELATED = """
            { roleGuides(first: 6) { nodes { slug alsoConsider(first: 5) { degraded careers { guide {
              slug alsoConsider(first: 5) { careers { guide {
                slug faqs { question } alsoConsider(first: 5) { careers { guide { slug } } } } } } } } } } } }""";

    @Autowired
    private FakeGuideIndex index;
    @Autowired
    private LiveSites sites;

    private MockMvcTester http;

    /** The commands of the thread that asks; what the server does by itself meanwhile is none of its. */
    private static final class Commands implements CommandListener {

        private final List<String> started = new ArrayList<>();
        private volatile @Nullable Thread asking;

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (Thread.currentThread() == asking) {
                started.add(event.getCommandName() + " "
                        + event.getCommand().get(event.getCommandName()).asString().getValue());
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Backends {

        @Bean
        MongoClientSettingsBuilderCustomizer counted() {
            return settings -> settings.addCommandListener(COMMANDS);
        }

        @Bean
        @Primary
        FakeGuideIndex fakeGuideIndex() {
            return new FakeGuideIndex();
        }
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
    }

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @BeforeEach
    void prepare(@Autowired WebApplicationContext context, @Autowired Documents documents, @Autowired Editing editing,
            @Autowired Reviewing reviewing, @Autowired Releases releases) {
        http = MockMvcTester.from(context);
        if (sites.latest().release() == 1) {
            DocumentId id = new DocumentId(EDITED);
            Document before = documents.find(id).orElseThrow();
            Document saved = editing.save(ContentNode.ADA, id, before.version(),
                    before.content().deepCopy().put("title", "Another title than before"));
            reviewing.approve(ContentNode.EVE, id, reviewing.submit(ContentNode.ADA, id, saved.version()).version());
            releases.publish(ContentNode.EVE, new ReleaseRequest(List.of(Change.publish(id)), "Again"));
        }
        await().until(() -> !data(ask(RELATED, Map.of())).at("/roleGuides/nodes/0/alsoConsider/degraded").asBoolean());
    }

    @Test
    void the_page_of_a_guide_is_read_in_a_batch_for_each_step_of_its_references() throws IOException {
        String page = new ClassPathResource("guidepost/queries/role-guide-page.graphql").getContentAsString(
                StandardCharsets.UTF_8);

        assertThat(commands(page, Map.of("slug", "ai-specialist"))).isNotEmpty().hasSizeLessThanOrEqualTo(3)
                .containsOnly("find publications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void all_guides_with_all_that_they_refer_to_cost_no_more_reads_than_one(String edition) {
        List<String> one = commands(DEEP, Map.of("first", 1, "edition", edition));
        List<String> all = commands(DEEP, Map.of("first", GUIDES, "edition", edition));

        assertThat(all).isNotEmpty().hasSizeLessThanOrEqualTo(3).containsOnly("find publications");
        assertThat(one).isNotEmpty().hasSizeLessThanOrEqualTo(all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__schema { queryType { name } }", "faqs(first: 1000) { totalCount }"})
    void what_the_engine_has_to_run_costs_no_more_reads_than_what_is_planned(String more) {
        String query = DEEP.replaceFirst("roleGuides", more + " roleGuides");

        assertThat(commands(query, Map.of("first", GUIDES, "edition", "2"))).isNotEmpty().hasSizeLessThanOrEqualTo(3)
                .containsOnly("find publications");
    }

    @Test
    void related_careers_of_related_careers_cost_one_search_a_guide_and_none_when_they_are_asked_for_again() {
        assertThat(index.searches()).isBetween(1, 2 * GUIDES);
        int before = index.searches();

        JsonNode guides = data(ask(RELATED, Map.of())).at("/roleGuides/nodes");

        assertThat(guides).hasSize(GUIDES)
                .allSatisfy(guide -> assertThat(guide.at("/alsoConsider/careers")).hasSize(5));
        assertThat(index.searches()).isEqualTo(before);
        assertThat(commands(RELATED, Map.of())).isNotEmpty().hasSizeLessThanOrEqualTo(3)
                .containsOnly("find publications");
    }

    @Test
    void a_list_whose_content_is_not_asked_for_costs_no_read() {
        assertThat(commands("{ siteMap { nodes { slug lastModified } } redirects { totalCount } edition { id } }",
                Map.of()))
                .isEmpty();
    }

    private List<String> commands(String query, Map<String, ?> variables) {
        COMMANDS.started.clear();
        COMMANDS.asking = Thread.currentThread();
        try {
            MvcTestResult answer = ask(query, variables);
            assertThat(answer).hasStatus(200);
        } finally {
            COMMANDS.asking = null;
        }
        return List.copyOf(COMMANDS.started);
    }

    private MvcTestResult ask(String query, Map<String, ?> variables) {
        return http.post().uri("/graphql").contentType(MediaType.APPLICATION_JSON)
                .content(Client.JSON.writeValueAsString(Map.of("query", query, "variables", variables))).exchange();
    }

    private static JsonNode data(MvcTestResult answer) {
        return Client.JSON.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .get("data");
    }
}
