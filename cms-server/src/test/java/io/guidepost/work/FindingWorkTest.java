package io.guidepost.work;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.mongodb.client.MongoDatabase;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Notes;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.Trash;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleagues;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import io.guidepost.web.Problems;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finding working copies over the real embedded backends, by the API; the index follows when a test says so. */
class FindingWorkTest {

    @TempDir
    private static Path folder;
    private static TestElasticsearch elasticsearch;

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = new SettableClock();
    private final String alias = TestElasticsearch.alias();
    private GenericWebApplicationContext context;
    private MockMvcTester http;
    private Editing editing;
    private Reviewing reviewing;
    private Documents documents;
    private ChangedDocuments changes;
    private ElasticsearchWorkIndex index;
    private WorkFollower follower;

    @BeforeAll
    static void startElasticsearch() {
        elasticsearch = new TestElasticsearch(folder);
    }

    @AfterAll
    static void stopElasticsearch() {
        elasticsearch.close();
    }

    @BeforeEach
    void start() {
        open(elasticsearch.client());
    }

    private void open(ElasticsearchClient client) {
        index = new ElasticsearchWorkIndex(client, alias, 1);
        context = new GenericWebApplicationContext(new MockServletContext());
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(MongoDatabase.class, mongo::database);
        context.registerBean(ContentModel.class, () -> Notes.MODEL);
        context.registerBean(FigureCatalog.class, () -> Notes.FIGURES);
        context.registerBean(Figures.class, () -> Notes.FIGURE_VALUES);
        context.registerBean(Colleagues.class, () -> Notes.COLLEAGUES);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Edge.class);
        context.registerBean(Origins.class);
        context.registerBean(WorkEntries.class);
        context.registerBean(OpenWork.class);
        context.registerBean(WorkReading.class);
        context.registerBean(FindingWork.class);
        context.registerBean(WorkController.class);
        context.registerBean(WorkProblems.class);
        context.registerBean(WorkIndex.class, () -> index);
        context.registerBean(WorkProperties.class, FindingWorkTest::settings);
        context.registerBean(WorkFollower.class, this::follower, definition -> definition.setLazyInit(false));
        context.refresh();
        context.getBean(WorkFollower.class).stop();
        http = MockMvcTester.from(context);
        editing = context.getBean(Editing.class);
        reviewing = context.getBean(Reviewing.class);
        documents = context.getBean(Documents.class);
        changes = context.getBean(ChangedDocuments.class);
        follower = follower();
    }

    /** One that does not run by itself in a test's life: it looks once an hour. */
    private static WorkProperties settings() {
        return new WorkProperties("unused", Duration.ofHours(1), 3, Duration.ofMinutes(1));
    }

    private WorkFollower follower() {
        return new WorkFollower(context.getBean(ChangedDocuments.class), context.getBean(Documents.class),
                context.getBean(WorkEntries.class), index, settings(), clock);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void every_filter_finds_what_it_says() {
        write("note-a", "Pay rises", "How people ask for more.");
        clock.advance(Duration.ofMinutes(1));
        write("note-b", "Working hours", "Pay comes second.");
        reviewing.submit(ADA, id("note-b"), 1);
        editing.create(EVE, "Source", id("source-a"), JsonMapper.shared().createObjectNode());
        documents.project(List.of(new Documents.Projected(id("note-a"), 1, 1)));
        tickAll();

        assertThat(ids("")).containsExactlyInAnyOrder("note-a", "note-b", "source-a");
        assertThat(ids("type=Note")).containsExactlyInAnyOrder("note-a", "note-b");
        assertThat(ids("type=Note&type=Source&state=InReview")).containsExactly("note-b");
        assertThat(ids("live=current")).containsExactly("note-a");
        assertThat(ids("live=never")).containsExactlyInAnyOrder("note-b", "source-a");
        assertThat(ids("person=eve&as=author")).containsExactly("source-a");
        assertThat(ids("person=ada&as=submitted-by")).containsExactly("note-b");
        assertThat(ids("person=ada")).containsExactlyInAnyOrder("note-a", "note-b");
        assertThat(ids("problem=any")).containsExactly("source-a");
        assertThat(ids("problem=none")).containsExactlyInAnyOrder("note-a", "note-b");
        Instant later = clock.instant();
        assertThat(ids("changedBefore=" + later)).containsExactly("note-a");
        assertThat(ids("changedSince=" + later)).containsExactlyInAnyOrder("note-b", "source-a");
        assertThat(ids("sort=title&type=Note")).containsExactly("note-a", "note-b");
        assertThat(ids("sort=title&direction=desc&type=Note")).containsExactly("note-b", "note-a");
        assertThat(ids("sort=created&direction=asc&type=Note")).containsExactly("note-a", "note-b");
        assertThat(ids("sort=changed&type=Note")).containsExactly("note-b", "note-a");

        JsonNode counted = body("type=Note&state=Draft");
        assertThat(counted.get("total").asInt()).isEqualTo(1);
        assertThat(counted.at("/counts/states")).isEqualTo(json("""
                {"Draft": 1, "InReview": 1, "ChangesRequested": 0, "Approved": 0}"""));
        assertThat(counted.at("/counts/types")).isEqualTo(json("{\"Note\": 1, \"Source\": 1}"));
    }

    @Test
    void words_are_found_in_other_forms_and_titles_come_first() {
        write("note-a", "Hours", "Negotiating the salary <b>twice</b> &c. 🎉 c++");
        write("note-b", "Negotiation of salaries", "Nothing else.");
        tickAll();

        assertThat(ids("text=" + encoded("negotiate salary"))).containsExactly("note-b", "note-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ - && || ! ( ) { } [ ] ^ ~ * ? : \\ /", "\"unclosed", "title:pay OR *", "a AND NOT b",
        "{\"match_all\": {}}"})
    void operators_are_plain_text(String text) {
        write("note-a", "Pay", "Pay.");
        tickAll();

        assertThat(get("/api/work?text=" + encoded(text))).hasStatusOk();
        assertThat(ids("text=" + encoded(text))).isEmpty();
    }

    @Test
    void a_very_long_text_is_looked_for_by_its_beginning() {
        write("note-a", "Pay", "Pay.");
        tickAll();

        assertThat(get("/api/work?text=" + encoded("salary ".repeat(1_428)))).hasStatusOk();
        assertThat(get("/api/work?text=" + "x".repeat(10_000))).hasStatusOk();
        assertThat(get("/api/work?text=" + encoded("道".repeat(10_000)))).hasStatusOk();
        assertThat(get("/api/work?text=" + "x".repeat(10_001))).hasStatus(400);
    }

    @Test
    void pages_give_everything_once_while_things_change() {
        for (int i = 0; i < 7; i++) {
            write("note-" + i, "Note " + i, "Same.");
        }
        tickAll();
        List<String> seen = new ArrayList<>();
        for (String order : List.of("sort=title", "sort=changed")) {
            seen.clear();
            String next = "";
            while (next != null) {
                JsonNode page = body(order + "&limit=3" + next);
                page.get("items").forEach(item -> seen.add(item.get("id").asString()));
                next = page.has("next") ? "&after=" + page.get("next").asString() : null;
                clock.advance(Duration.ofSeconds(1));
                int version = documents.find(id("note-0")).orElseThrow().version();
                editing.save(ADA, id("note-0"), version, note("slug-0", "Note 0", "Again " + version));
                tickAll();
            }
            assertThat(seen).as(order).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void what_is_not_in_the_list_yet_is_said() {
        write("note-a", "Pay", "Pay.");
        tickAll();
        assertThat(body("").get("behind").asInt()).isZero();
        write("note-b", "Hours", "Hours.");

        assertThat(body("").get("behind").asInt()).isEqualTo(1);
        assertThat(ids("")).containsExactly("note-a");
        tickAll();
        assertThat(ids("")).containsExactlyInAnyOrder("note-a", "note-b");
    }

    @Test
    void what_is_mine_and_what_waits_for_my_review() {
        write("note-a", "Pay", "Pay.");
        write("note-b", "Hours", "Hours.");
        write("note-c", "Leave", "Leave.");
        reviewing.submit(ADA, id("note-b"), 1);
        reviewing.submit(ADA, id("note-c"), 1);
        tickAll();
        assertOwnWork(false);

        reopenWithoutElasticsearch();
        assertOwnWork(true);
        MvcTestResult refused = get("/api/work?text=pay");
        assertThat(refused).hasStatus(503).hasHeader("Retry-After", "5");
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:search-unavailable");
    }

    private void assertOwnWork(boolean degraded) {
        JsonNode mine = body(get("/api/work/mine?state=Draft"));
        assertThat(mine.get("degraded").asBoolean()).isEqualTo(degraded);
        assertThat(itemIds(mine)).containsExactly("note-a");
        assertThat(mine.at("/counts/states/InReview").asInt()).isEqualTo(2);
        JsonNode reviews = body(as(EVE, "/api/work/reviews?limit=1"));
        assertThat(reviews.get("degraded").asBoolean()).isEqualTo(degraded);
        assertThat(itemIds(reviews)).containsExactly("note-b");
        assertThat(reviews.get("total").asInt()).isEqualTo(2);
        assertThat(itemIds(body(as(EVE, "/api/work/reviews?limit=1&after=" + reviews.get("next").asString()))))
                .containsExactly("note-c");
        assertThat(itemIds(body(as(ADA, "/api/work/reviews")))).isEmpty();
        assertThat(itemIds(body(as(EVE, "/api/work/mine")))).isEmpty();
    }

    @Test
    void the_trash_is_apart_and_what_is_gone_for_good_is_gone() {
        write("note-a", "Pay", "Pay.");
        context.getBean(Trash.class).delete(ADA, id("note-a"), 1, false);
        tickAll();
        assertThat(ids("")).isEmpty();
        assertThat(ids("trash=true")).containsExactly("note-a");

        documents.purge(clock.instant().plusSeconds(1));
        tickAll();
        assertThat(ids("trash=true")).isEmpty();
    }

    @Test
    void an_older_state_never_replaces_a_newer_one_whichever_server_writes_last() {
        write("note-a", "Pay", "Pay.");
        WorkEntry old = context.getBean(WorkEntries.class).of(documents.find(id("note-a")).orElseThrow());
        documents.project(List.of(new Documents.Projected(id("note-a"), 1, 1)));
        tickAll();
        WorkFollower other = follower();
        other.tick();
        index.put(List.of(old), List.of());

        assertThat(ids("live=current")).containsExactly("note-a");
    }

    @Test
    void changes_during_an_outage_and_changes_indexed_but_not_noted_so_are_caught_up_with() {
        write("note-a", "Pay", "Pay.");
        List<Changed> before = changes.pending(Follower.SEARCH, 9);
        tickAll();
        context.close();
        open(TestElasticsearch.nobody());
        write("note-b", "Hours", "Hours.");
        follower.tick();
        assertThat(follower.available()).isFalse();
        assertThat(new WorkHealth(follower, settings(), clock).health().getStatus().getCode()).isEqualTo("DEGRADED");
        context.close();
        open(elasticsearch.client());
        tickAll();

        assertThat(before).hasSize(1);
        assertThat(ids("")).containsExactlyInAnyOrder("note-a", "note-b");
        assertThat(new WorkHealth(follower, settings(), clock).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_change_that_was_cut_off_is_given_up_after_a_while_and_holds_nobody_up() {
        write("note-a", "Pay", "Pay.");
        tickAll();
        mongo.database().getCollection("document-changes").insertOne(org.bson.Document
                .parse("""
                        {"_id": "SEARCH note-a", "follower": "SEARCH", "document": "note-a", "from": 2, "version": 2, "mark": 1}"""));
        write("note-b", "Hours", "Hours.");
        tickAll();
        assertThat(ids("")).containsExactlyInAnyOrder("note-a", "note-b");
        assertThat(changes.pending(Follower.SEARCH, 9)).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        tickAll();
        assertThat(changes.pending(Follower.SEARCH, 9)).isEmpty();
    }

    @Test
    void an_index_of_an_older_form_or_none_is_made_anew() throws Exception {
        write("note-a", "Pay", "Pay.");
        tickAll();
        index = new ElasticsearchWorkIndex(elasticsearch.client(), alias, 2);
        WorkFollower newer = follower();
        newer.tick();
        assertThat(elasticsearch.client().indices().exists(request -> request.index(alias + "-v1")).value()).isFalse();
        assertThat(index.prepare()).isEqualTo(WorkIndex.State.BEGUN);
        assertThat(new ElasticsearchWorkIndex(elasticsearch.client(), alias, 1).prepare())
                .isEqualTo(WorkIndex.State.NEWER);
        assertThat(ids("")).containsExactly("note-a");

        elasticsearch.client().indices().delete(request -> request.index(alias + "-v2"));
        assertThat(get("/api/work")).hasStatus(503);
        follower().tick();
        index = new ElasticsearchWorkIndex(elasticsearch.client(), alias, 2);
        follower().tick();
        assertThat(index.prepare()).isEqualTo(WorkIndex.State.BEGUN);
    }

    @Test
    void drafts_are_in_no_other_index() throws Exception {
        write("note-a", "Pay", "Unspeakable secret.");
        tickAll();

        assertThat(elasticsearch.client().search(request -> request.index("*").size(50)
                .query(query -> query.match(match -> match.field("text").query("unspeakable"))), ObjectNode.class)
                .hits()
                .hits()).extracting(hit -> hit.index()).containsExactly(alias + "-v1");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            limit=0                                 | 400 | malformed-query
            limit=101                               | 400 | malformed-query
            limit=many                              | 400 | bad-request
            state=Done                              | 400 | malformed-query
            type=Nota                               | 422 | unknown-type
            live=maybe                              | 400 | malformed-query
            person=%20                              | 400 | malformed-query
            as=author                               | 400 | malformed-query
            person=ada&as=friend                    | 400 | malformed-query
            changedSince=yesterday                  | 400 | malformed-query
            changedBefore=%2B1000000000-01-01T00:00:00Z | 400 | malformed-query
            text=%00                                | 400 | malformed-query
            problem=A%20b                           | 400 | malformed-query
            trash=perhaps                           | 400 | bad-request
            sort=colour                             | 400 | malformed-query
            sort=relevance                          | 400 | malformed-query
            sort=submitted                          | 400 | malformed-query
            direction=up                            | 400 | malformed-query
            text=a&direction=asc                    | 400 | malformed-query
            after=!!                                | 400 | malformed-query
            after=bm90anNvbg                        | 400 | malformed-query
            after=WyJUSVRMRSIsdHJ1ZSwiYSIsImIiXQ    | 400 | malformed-query
            sort=title&after=WyJUSVRMRSIsdHJ1ZSwxLCJiIl0 | 400 | malformed-query
            """)
    void bad_queries_are_refused(String query, int status, String code) {
        MvcTestResult answer = get("/api/work?" + query);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:" + code);
    }

    private void reopenWithoutElasticsearch() {
        context.close();
        open(TestElasticsearch.nobody());
    }

    private void tickAll() {
        follower.tick();
    }

    private static DocumentId id(String value) {
        return new DocumentId(value);
    }

    private void write(String id, String title, String text) {
        editing.create(ADA, "Note", id(id), note(id, title, text));
    }

    private static ObjectNode note(String slug, String title, String text) {
        return JsonMapper.shared().createObjectNode().put("slug", slug).put("title", title).put("body", text);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> ids(String query) {
        return itemIds(body(query));
    }

    private static List<String> itemIds(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private JsonNode body(String query) {
        return body(get("/api/work?" + query));
    }

    private static JsonNode body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return json(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String path) {
        return as(ADA, path);
    }

    private MvcTestResult as(Actor actor, String path) {
        return http.get().uri(URI.create(path)).header("Actor", actor.id().value()).exchange();
    }

    @EnableWebMvc
    @ComponentScan(basePackages = {"io.guidepost.editorial",
        "io.guidepost.checks"}, excludeFilters = @ComponentScan.Filter(EnableWebMvc.class))
    @ComponentScan(basePackageClasses = Problems.class, useDefaultFilters = false, includeFilters = @ComponentScan.Filter(RestControllerAdvice.class))
    static class Edge implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
                NativeWebRequest request, WebDataBinderFactory binders) {
            return ADA.id().value().equals(request.getHeader("Actor")) ? ADA : EVE;
        }
    }
}
