package io.guidepost.work;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EDGAR;
import static io.guidepost.editorial.Notes.EVE;
import static io.guidepost.work.WorkNode.answered;
import static io.guidepost.work.WorkNode.id;
import static io.guidepost.work.WorkNode.itemIds;
import static io.guidepost.work.WorkNode.json;
import static io.guidepost.work.WorkNode.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.embedded.TestElasticsearch;
import io.guidepost.embedded.SharedElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Notes;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.Trash;
import io.guidepost.security.Actor;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finding working copies over the real embedded backends, by the API; the index follows when a test says so. */
class FindingWorkTest {

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = new SettableClock();
    private final String alias = TestElasticsearch.alias("work");
    private WorkNode node;
    private Editing editing;
    private Reviewing reviewing;
    private Documents documents;
    private ChangedDocuments changes;
    private WorkFollower follower;

    @BeforeEach
    void start() {
        open(ELASTICSEARCH.client());
    }

    private void open(ElasticsearchClient client) {
        node = new WorkNode(Notes.MODEL, mongo.database(), client, alias, clock);
        editing = node.get(Editing.class);
        reviewing = node.get(Reviewing.class);
        documents = node.get(Documents.class);
        changes = node.get(ChangedDocuments.class);
        follower = node.follower();
    }

    @AfterEach
    void close() {
        node.close();
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

        reopen(TestElasticsearch.nobody());
        assertOwnWork(true);
        MvcTestResult refused = get("/api/work?text=pay");
        assertThat(refused).hasStatus(503).hasHeader("Retry-After", "5");
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:search-unavailable");
    }

    private void assertOwnWork(boolean degraded) {
        JsonNode mine = answered(get("/api/work/mine?state=Draft"));
        assertThat(mine.get("degraded").asBoolean()).isEqualTo(degraded);
        assertThat(itemIds(mine)).containsExactly("note-a");
        assertThat(mine.at("/counts/states/InReview").asInt()).isEqualTo(2);
        JsonNode reviews = answered(as(EVE, "/api/work/reviews?limit=1"));
        assertThat(reviews.get("degraded").asBoolean()).isEqualTo(degraded);
        assertThat(itemIds(reviews)).containsExactly("note-b");
        assertThat(reviews.get("total").asInt()).isEqualTo(2);
        assertThat(itemIds(answered(as(EVE, "/api/work/reviews?limit=1&after=" + reviews.get("next").asString()))))
                .containsExactly("note-c");
        assertThat(itemIds(answered(as(ADA, "/api/work/reviews")))).isEmpty();
        assertThat(itemIds(answered(as(EVE, "/api/work/mine")))).isEmpty();
    }

    @Test
    void what_was_sent_back_is_its_submitters_work_though_they_wrote_none_of_it() {
        write("note-a", "Pay", "Pay.");
        reviewing.submit(EVE, id("note-a"), 1);
        reviewing.requestChanges(EDGAR, id("note-a"), 2, "More.");
        editing.save(ADA, id("note-a"), 3, note("note-a", "Pay", "More pay."));
        write("note-b", "Hours", "Hours.");
        tickAll();
        JsonNode indexed = answered(as(EVE, "/api/work/mine"));
        assertThat(itemIds(indexed)).containsExactly("note-a");

        reopen(TestElasticsearch.nobody());
        JsonNode stored = answered(as(EVE, "/api/work/mine"));
        assertThat(stored.get("degraded").asBoolean()).isTrue();
        assertThat(itemIds(stored)).containsExactly("note-a");
        assertThat(stored.get("counts").get("states")).isEqualTo(indexed.get("counts").get("states"));
        assertThat(itemIds(answered(as(ADA, "/api/work/mine")))).containsExactlyInAnyOrder("note-a", "note-b");
    }

    @Test
    void what_the_checks_find_is_found_by_its_code_but_for_what_lies_between_documents() {
        write("note-a", "Pay", "# Too big a heading");
        write("note-b", "Hours", "Hours.");
        editing.create(ADA, "Note", id("note-c"), note("note-b", "Hours", "[Elsewhere](/nowhere)"));
        ObjectNode wanting = note("note-d", "Leave", "See [@nobody], {{respondents}}");
        wanting.remove("title");
        editing.create(ADA, "Note", id("note-d"), wanting);
        tickAll();

        assertThat(ids("problem=heading-order")).containsExactly("note-a");
        assertThat(ids("problem=unknown-internal-link")).containsExactly("note-c");
        assertThat(ids("problem=required")).containsExactly("note-d");
        assertThat(ids("problem=unknown-figure")).containsExactly("note-d");
        assertThat(ids("problem=any")).containsExactly("note-d");
        assertThat(ids("problem=none")).containsExactlyInAnyOrder("note-a", "note-b", "note-c");
        JsonNode warned = body("problem=heading-order").get("items").get(0);
        assertThat(warned.get("problems").asInt()).isZero();
        assertThat(warned.get("warnings").asInt()).isEqualTo(1);
    }

    @Test
    void the_trash_is_apart_and_what_is_gone_for_good_is_gone() {
        write("note-a", "Pay", "Pay.");
        node.get(Trash.class).delete(ADA, id("note-a"), 1, false);
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
        List<WorkEntry> old = node.get(WorkEntries.class).of(List.of(documents.find(id("note-a")).orElseThrow()));
        documents.project(List.of(new Documents.Projected(id("note-a"), 1, 1)));
        tickAll();
        node.follower(changes, node.index()).tick();
        node.index().put(old, List.of());

        assertThat(ids("live=current")).containsExactly("note-a");
    }

    @Test
    void changes_during_an_outage_and_changes_indexed_but_not_noted_so_are_caught_up_with() {
        write("note-a", "Pay", "Pay.");
        List<Changed> before = changes.pending(Follower.SEARCH, 9);
        tickAll();
        reopen(TestElasticsearch.nobody());
        write("note-b", "Hours", "Hours.");
        follower.tick();
        assertThat(follower.available()).isFalse();
        assertThat(new WorkHealth(follower, WorkNode.SETTINGS, clock).health().getStatus().getCode())
                .isEqualTo("DEGRADED");
        reopen(ELASTICSEARCH.client());
        tickAll();

        assertThat(before).hasSize(1);
        assertThat(ids("")).containsExactlyInAnyOrder("note-a", "note-b");
        assertThat(new WorkHealth(follower, WorkNode.SETTINGS, clock).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_change_that_was_cut_off_is_given_up_after_a_while_and_holds_nobody_up() {
        write("note-a", "Pay", "Pay.");
        tickAll();
        mongo.database().getCollection("document-changes").insertOne(org.bson.Document
                .parse("""
                        {"_id": "SEARCH note-a", "follower": "SEARCH", "document": "note-a", "from": 2, "version": 2,
                         "mark": {"$oid": "66f0c1d2a9b8c7d6e5f40312"}}"""));
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
        ElasticsearchWorkIndex index = new ElasticsearchWorkIndex(ELASTICSEARCH.client(), alias, 2);
        node.follower(changes, index).tick();
        assertThat(ELASTICSEARCH.client().indices().exists(request -> request.index(alias + "-v1")).value()).isFalse();
        assertThat(index.prepare()).isEqualTo(WorkIndex.State.BEGUN);
        assertThat(node.index().prepare()).isEqualTo(WorkIndex.State.NEWER);
        assertThat(ids("")).containsExactly("note-a");

        ELASTICSEARCH.client().indices().delete(request -> request.index(alias + "-v2"));
        assertThat(get("/api/work")).hasStatus(503);
        node.follower(changes, index).tick();
        assertThat(index.prepare()).isEqualTo(WorkIndex.State.BEGUN);
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
            problem=no-such-code                    | 400 | malformed-query
            problem=duplicate-slug                  | 400 | malformed-query
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
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLDEuNSwiIl0 | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLDAsIiJd | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLC0xLCIiXQ | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLDEwMDAwLCIiXQ | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLDk5OTk5OTk5OTk5LCIiXQ | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLGZhbHNlLDI1LCJub3RlLWEiXQ | 400 | malformed-query
            text=a&after=WyJSRUxFVkFOQ0UiLHRydWUsMjUsIiJd | 400 | malformed-query
            sort=title&after=WyJUSVRMRSIsdHJ1ZSwiYSIsIiJd | 400 | malformed-query
            """)
    void bad_queries_are_refused(String query, int status, String code) {
        MvcTestResult answer = get("/api/work?" + query);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:" + code);
    }

    private void reopen(ElasticsearchClient client) {
        node.close();
        open(client);
    }

    private void tickAll() {
        node.tick();
    }

    private void write(String id, String title, String text) {
        node.write(id, title, text);
    }

    private List<String> ids(String query) {
        return node.ids(query);
    }

    private JsonNode body(String query) {
        return node.body(query);
    }

    private MvcTestResult get(String path) {
        return as(ADA, path);
    }

    private MvcTestResult as(Actor actor, String path) {
        return node.as(actor, path);
    }
}
