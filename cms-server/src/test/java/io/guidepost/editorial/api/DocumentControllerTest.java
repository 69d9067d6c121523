package io.guidepost.editorial.api;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.audit.AuditEntry;
import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.editorial.EditorialEdge;
import io.guidepost.editorial.Notes;
import io.guidepost.security.Actor;
import io.guidepost.storage.TestMongo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The admin API of documents over real stores; whoever the header {@code Actor} names is let in. */
class DocumentControllerTest {

    private static final String NOTE = "{'slug': 'pay-rise', 'title': 'Pay'}";

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private EditorialEdge edge;

    @BeforeEach
    void start() {
        edge = new EditorialEdge(mongo.database());
    }

    @Test
    void a_document_is_created_read_changed_and_listed() {
        MvcTestResult created = post("/api/documents", null,
                "{'type': 'Note', 'id': 'note-one', 'content': " + NOTE + "}");
        assertThat(created).hasStatus(201).hasHeader("ETag", "\"1\"").hasHeader("Location", "/api/documents/note-one");

        MvcTestResult read = get("/api/documents/note-one");
        assertThat(read).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(read).bodyJson().isLenientlyEqualTo("""
                {"id": "note-one", "type": "Note", "slug": "pay-rise", "title": "Pay", "version": 1, "by": "ada",
                 "workflow": {"state": "Draft"}, "content": {"slug": "pay-rise", "title": "Pay"}, "problems": []}""");

        assertThat(put("/api/documents/note-one", "\"1\"", "{'content': {'title': 'Salary'}}")).hasStatusOk()
                .hasHeader("ETag", "\"2\"").bodyJson().extractingPath("$.problems[0].pointer").isEqualTo("/slug");
        assertThat(get("/api/documents?text=sal")).bodyJson().extractingPath("$.items[*].title")
                .isEqualTo(List.of("Salary"));
        assertThat(get("/api/documents/note-one/versions")).bodyJson().extractingPath("$.items[*].version")
                .isEqualTo(List.of(2, 1));
        assertThat(get("/api/documents/note-one/versions/1")).bodyJson().extractingPath("$.content.title")
                .isEqualTo("Pay");
    }

    @Test
    void a_list_is_read_to_its_end_by_following_next() {
        List.of("note-a", "note-b", "note-c").forEach(this::create);

        assertThat(get("/api/documents?limit=2")).bodyJson().extractingPath("$.next").isEqualTo("note-b");
        assertThat(get("/api/documents?limit=2&after=note-b")).bodyJson().isLenientlyEqualTo(
                "{\"items\": [{\"id\": \"note-c\"}]}").doesNotHavePath("$.next").doesNotHavePath("$.items[0].content");
    }

    @Test
    void a_document_is_reviewed_by_somebody_else() {
        create("note-one");
        assertThat(post("/api/documents/note-one/submit", "\"1\"", null)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(post("/api/documents/note-one/approve", "\"2\"", null)).hasStatus(403);
        assertThat(as(EVE, HttpMethod.POST, "/api/documents/note-one/request-changes", "\"2\"",
                "{'reason': 'Too short.'}")).hasStatusOk().bodyJson().extractingPath("$.workflow.reason")
                .isEqualTo("Too short.");
        assertThat(post("/api/documents/note-one/submit", "\"3\"", null)).hasStatusOk();
        assertThat(post("/api/documents/note-one/withdraw-submission", "\"4\"", null)).hasStatusOk();
        assertThat(post("/api/documents/note-one/submit", "\"5\"", null)).hasStatusOk();
        assertThat(as(EVE, HttpMethod.POST, "/api/documents/note-one/approve", "\"6\"", null)).hasStatusOk()
                .hasHeader("ETag", "\"7\"").bodyJson().extractingPath("$.workflow.state").isEqualTo("Approved");
    }

    @Test
    void a_stale_edit_is_answered_with_the_current_version_and_what_both_changed() {
        create("note-one");
        put("/api/documents/note-one", "\"1\"", "{'content': {'slug': 'pay-raise', 'title': 'Salary'}}");

        MvcTestResult stale = put("/api/documents/note-one", "\"1\"",
                "{'content': {'slug': 'pay-rise', 'title': 'Wages'}}");
        assertThat(stale).hasStatus(412).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(stale).bodyJson().isLenientlyEqualTo(
                """
                        {"type": "urn:guidepost:problem:stale-version", "version": 2, "theirs": ["/slug", "/title"], "yours": ["/title"],
                         "conflicting": ["/title"]}""");
    }

    @Test
    void a_stale_edit_of_other_fields_is_merged_on_request_and_one_of_the_same_field_never() {
        create("note-one");
        put("/api/documents/note-one", "\"1\"", "{'content': {'slug': 'pay-raise', 'title': 'Pay'}}");

        assertThat(put("/api/documents/note-one?merge=true", "\"1\"",
                "{'content': {'slug': 'pay-rise', 'title': 'Wages'}}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"version": 3, "content": {"slug": "pay-raise", "title": "Wages"},
                         "effect": "Merged with what changed since version 1."}""");
        assertThat(put("/api/documents/note-one?merge=true", "\"1\"",
                "{'content': {'slug': 'pay-day', 'title': 'Pay'}}")).hasStatus(412).bodyJson()
                .extractingPath("$.conflicting").isEqualTo(List.of("/slug"));
    }

    @Test
    void parts_are_changed_by_merge_patch_and_json_patch() {
        create("note-one");

        assertThat(patch("application/merge-patch+json", "\"1\"", "{'title': 'Wages', 'body': 'So it is.'}"))
                .hasStatusOk().hasHeader("ETag", "\"2\"").bodyJson().extractingPath("$.content.title")
                .isEqualTo("Wages");
        assertThat(patch("application/json-patch+json", "\"2\"",
                "[{'op': 'test', 'path': '/title', 'value': 'Wages'}, {'op': 'remove', 'path': '/body'}]"))
                .hasStatusOk().bodyJson().isLenientlyEqualTo("{\"version\": 3}").doesNotHavePath("$.content.body");
        assertThat(patch("application/json-patch+json", "\"3\"",
                "[{'op': 'test', 'path': '/title', 'value': 'Pay'}]")).hasStatus(409).bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:guidepost:problem:failed-test\", \"operation\": 0}");
        assertThat(patch("application/json-patch+json", "\"3\"", "[{'op': 'remove', 'path': '/body'}]"))
                .hasStatus(422).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:unknown-path");
        assertThat(patch("application/json-patch+json", "\"3\"", "{'title': 'Pay'}")).hasStatus(400).bodyJson()
                .extractingPath("$.type").isEqualTo("urn:guidepost:problem:malformed-patch");
        assertThat(patch("application/merge-patch+json", "\"3\"", "{'colour': 'red'}")).hasStatus(422);
        assertThat(patch("application/merge-patch+json", "\"2\"", "{'title': 'Salary'}")).hasStatus(412);
        assertThat(patch("application/json", "\"3\"", "{'title': 'Pay'}")).hasStatus(415);
    }

    @Test
    void a_test_of_a_patch_that_is_merged_is_of_the_newest_content() {
        create("note-one");
        put("/api/documents/note-one", "\"1\"", "{'content': {'slug': 'pay-raise', 'title': 'Pay'}}");

        assertThat(patch("?merge=true", "application/json-patch+json", "\"1\"",
                "[{'op': 'test', 'path': '/slug', 'value': 'pay-rise'}, {'op': 'replace', 'path': '/title', 'value': 'Wages'}]"))
                .hasStatus(409).bodyJson().isLenientlyEqualTo("""
                        {"type": "urn:guidepost:problem:failed-test", "operation": 0}""");
        assertThat(patch("?merge=true", "application/json-patch+json", "\"1\"",
                "[{'op': 'test', 'path': '/slug', 'value': 'pay-raise'}, {'op': 'replace', 'path': '/title', 'value': 'Wages'}, {'op': 'test', 'path': '/title', 'value': 'Wages'}]"))
                .hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"version": 3, "content": {"slug": "pay-raise", "title": "Wages"}}""");
        assertThat(patch("application/json-patch+json", "\"1\"",
                "[{'op': 'test', 'path': '/slug', 'value': 'pay-rise'}, {'op': 'replace', 'path': '/title', 'value': 'Fee'}]"))
                .as("without merge").hasStatus(412);
    }

    @Test
    void what_changed_is_shown_as_json_and_as_text_and_a_version_is_restored() {
        create("note-one");
        put("/api/documents/note-one", "\"1\"",
                "{'content': {'slug': 'pay-rise', 'title': 'Pay and hours'}, 'message': 'Hours, too.'}");

        assertThat(get("/api/documents/note-one/versions")).bodyJson().extractingPath("$.items[0].message")
                .isEqualTo("Hours, too.");
        assertThat(get("/api/documents/note-one/versions/1/difference")).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"from\": 1, \"to\": 2, \"differences\": [{}]}");
        assertThat(edge.http().get().uri("/api/documents/note-one/versions/1/difference").header("Actor", "ada")
                .accept(MediaType.TEXT_PLAIN).exchange()).hasStatusOk().bodyText().contains("Title", "{+");
        assertThat(get("/api/documents/note-one/versions/1/difference?to=9")).hasStatus(404);
        assertThat(post("/api/documents/note-one/versions/1/restore", "\"2\"", null)).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"version\": 3, \"change\": \"RESTORED\", \"title\": \"Pay\"}");
        assertThat(post("/api/documents/note-one/versions/7/restore", "\"3\"", null)).hasStatus(404);
    }

    @Test
    void a_document_is_deleted_and_taken_back() {
        create("note-one");
        post("/api/documents", null, "{'type': 'Note', 'id': 'note-two', 'content': {'see': ['note-one']}}");

        assertThat(delete("/api/documents/note-one", "\"1\"")).hasStatus(409).bodyJson().isLenientlyEqualTo("""
                {"type": "urn:guidepost:problem:still-referenced",
                 "referrers": [{"document": "note-two", "pointer": "/see/0"}]}""");
        assertThat(get("/api/documents/note-one/referrers")).bodyJson()
                .isLenientlyEqualTo(
                        "{\"items\": [{\"document\": \"note-two\", \"pointer\": \"/see/0\", \"weak\": false}]}")
                .doesNotHavePath("$.next");
        assertThat(delete("/api/documents/note-two", "\"1\"")).hasStatusOk().bodyJson()
                .extractingPath("$.trashed.by").isEqualTo("ada");
        assertThat(delete("/api/documents/note-two", "\"2\"")).hasStatus(409).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:guidepost:problem:in-trash");
        assertThat(get("/api/documents?trash=true")).bodyJson().extractingPath("$.items[*].id")
                .isEqualTo(List.of("note-two"));
        assertThat(post("/api/documents/note-two/undelete", "\"2\"", null)).hasStatusOk();
        assertThat(delete("/api/documents/note-one?withReferrers=true", "\"1\"")).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"id\": \"note-one\", \"takenAlong\": [\"note-two\"]}")
                .doesNotHavePath("$.document").doesNotHavePath("$.live");
        assertThat(edge.context().getBean(AuditLog.class).newest(about("note-two"), null, 9)).singleElement()
                .returns("documents.delete", AuditEntry::command).returns(ADA.id(), AuditEntry::actor)
                .returns("127.0.0.1", AuditEntry::from).doesNotReturn(null, AuditEntry::request);
        assertThat(get("/api/documents?trash=true")).bodyJson().extractingPath("$.items[*].id")
                .isEqualTo(List.of("note-one", "note-two"));
    }

    @Test
    void reviewers_are_asked_by_name_and_others_are_turned_away() {
        create("note-one");

        assertThat(post("/api/documents/note-one/submit", "\"1\"", "{'reviewers': ['nobody']}")).hasStatus(422)
                .bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:malformed-reviewers");
        assertThat(post("/api/documents/note-one/submit", "\"1\"", "{'role': 'boss'}")).hasStatus(400);
        assertThat(post("/api/documents/note-one/submit", "\"1\"",
                "{'reviewers': ['edgar'], 'message': 'Quickly, please.'}")).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"workflow\": {\"reviewers\": [\"edgar\"]}, \"message\": \"Quickly, please.\"}");
        assertThat(as(EVE, HttpMethod.POST, "/api/documents/note-one/approve", "\"2\"", null)).hasStatus(403)
                .bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:not-asked");
    }

    @Test
    void the_checks_are_run_without_changing_anything() {
        create("note-one");

        assertThat(post("/api/documents/note-one/check", null, null)).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"ready\": true, \"version\": 1}");
        put("/api/documents/note-one", "\"1\"", "{'content': {'slug': 'pay-rise', 'see': ['note-nine']}}");
        assertThat(post("/api/documents/note-one/check", null, null)).bodyJson()
                .isLenientlyEqualTo("{\"ready\": false, \"version\": 2}").extractingPath("$.findings[*].code").asArray()
                .contains("required", "broken-reference");
        assertThat(post("/api/documents/note-nine/check", null, null)).hasStatus(404);
    }

    @Test
    void a_document_says_what_it_refers_to() {
        post("/api/documents", null, "{'type': 'Note', 'id': 'note-one', 'content': "
                + "{'body': 'So says [@bureau].', 'see': ['note-two']}}");

        assertThat(get("/api/documents/note-one/references")).bodyJson().isLenientlyEqualTo("""
                [{"pointer": "/body", "type": "Source", "target": {"slug": "bureau"}},
                 {"pointer": "/see/0", "type": "Note", "target": {"id": "note-two"}}]""");
    }

    @Test
    void the_content_model_is_served_as_json_schemas() {
        assertThat(get("/api/types")).bodyJson().extractingPath("$[*].name").isEqualTo(List.of("Note", "Source"));
        assertThat(get("/api/types/Note/schema")).hasStatusOk().hasContentType("application/schema+json").bodyJson()
                .hasPath("$.properties.title");
        assertThat(get("/api/types/Nota/schema")).hasStatus(404);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4} {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            GET  | /api/documents/note-two                     | -     | -                                                  | 404 | unknown-document
            GET  | /api/documents/note-one/versions/9          | -     | -                                                  | 404 | unknown-document
            GET  | /api/documents/note-two/versions            | -     | -                                                  | 404 | unknown-document
            GET  | /api/documents/note-two/references          | -     | -                                                  | 404 | unknown-document
            GET  | /api/documents/NOTE                         | -     | -                                                  | 422 | malformed-id
            GET  | /api/documents/note-one/versions/two        | -     | -                                                  | 400 | bad-request
            GET  | /api/documents?limit=0                      | -     | -                                                  | 400 | malformed-query
            GET  | /api/documents?limit=101                    | -     | -                                                  | 400 | malformed-query
            GET  | /api/documents?limit=many                   | -     | -                                                  | 400 | bad-request
            GET  | /api/documents?workflow=Done                | -     | -                                                  | 400 | malformed-query
            GET  | /api/documents?type=Nota                    | -     | -                                                  | 422 | unknown-type
            GET  | /api/documents?text=%00                     | -     | -                                                  | 400 | malformed-query
            GET  | /api/documents/note-one/versions?limit=0    | -     | -                                                  | 400 | malformed-query
            POST | /api/documents                              | -     | {'type': 'Nota', 'content': {}}                    | 422 | unknown-type
            POST | /api/documents                              | -     | {'type': 'Note', 'id': 'N', 'content': {}}         | 422 | malformed-id
            POST | /api/documents                              | -     | {'type': 'Note', 'id': 'note-one', 'content': {}}  | 409 | document-exists
            POST | /api/documents                              | -     | {'type': 'Note', 'content': {'colour': 'red'}}     | 422 | invalid-content
            POST | /api/documents                              | -     | {'type': 'Note', 'content': {'$set': {'a.b': 1}}}  | 422 | invalid-content
            POST | /api/documents                              | -     | {'type': 'Note', 'content': null}                  | 422 | invalid
            POST | /api/documents                              | -     | {'type': 'Note'}                                   | 422 | invalid
            POST | /api/documents                              | -     | {'content': {}}                                    | 422 | invalid
            POST | /api/documents                              | -     | {'type': 'Note', 'content': []}                    | 400 | unexpected-json
            POST | /api/documents                              | -     | {'type': 'Note', 'content'                         | 400 | malformed-json
            POST | /api/documents                              | -     | -                                                  | 400 | unreadable-body
            PUT  | /api/documents/note-one                     | -     | {'content': {}}                                    | 428 | version-required
            PUT  | /api/documents/note-one                     | `"2"` | {'content': {}}                                    | 412 | stale-version
            PUT  | /api/documents/note-one                     | two   | {'content': {}}                                    | 400 | malformed-version
            PUT  | /api/documents/note-one                     | `"1"` | {'content': {'title': 5}}                          | 422 | invalid-content
            PUT  | /api/documents/note-two                     | `"1"` | {'content': {}}                                    | 404 | unknown-document
            POST | /api/documents/note-one/submit              | -     | -                                                  | 428 | version-required
            POST | /api/documents/note-one/submit              | `"2"` | -                                                  | 412 | stale-version
            POST | /api/documents/note-one/withdraw-submission | `"1"` | -                                                  | 409 | illegal-move
            POST | /api/documents/note-one/approve             | `"1"` | -                                                  | 409 | illegal-move
            POST | /api/documents/note-one/request-changes     | `"1"` | {'reason': ' '}                                    | 422 | invalid
            POST | /api/documents/note-one/request-changes     | `"1"` | {'reason': 'No.'}                                  | 409 | illegal-move
            """)
    void bad_requests_are_refused_with_a_problem_of_a_stable_type(String method, String path, String version,
            String body, int status, String code) {
        create("note-one");

        MvcTestResult answer = as(EVE, HttpMethod.valueOf(method), path, version, body);

        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:" + code);
    }

    private void create(String id) {
        assertThat(post("/api/documents", null, "{'type': 'Note', 'id': '%s', 'content': %s}".formatted(id, NOTE)))
                .hasStatus(201);
    }

    private MvcTestResult get(String path) {
        return as(ADA, HttpMethod.GET, path, null, null);
    }

    private MvcTestResult post(String path, String version, String body) {
        return as(ADA, HttpMethod.POST, path, version, body);
    }

    private MvcTestResult delete(String path, String version) {
        return as(ADA, HttpMethod.DELETE, path, version, null);
    }

    private MvcTestResult patch(String type, String version, String body) {
        return patch("", type, version, body);
    }

    private MvcTestResult patch(String query, String type, String version, String body) {
        return edge.http().patch().uri("/api/documents/note-one" + query).header("Actor", "ada")
                .header("If-Match", version)
                .contentType(type).content(body.replace('\'', '"')).exchange();
    }

    private MvcTestResult put(String path, String version, String body) {
        return as(ADA, HttpMethod.PUT, path, version, body);
    }

    private MvcTestResult as(Actor actor, HttpMethod method, String path, String version, String body) {
        return edge.as(actor, method, path, version, body);
    }

    @Test
    void referrers_are_read_to_their_end_by_following_next() {
        create("note-one");
        for (String id : List.of("note-two", "note-three")) {
            post("/api/documents", null, "{'type': 'Note', 'id': '" + id
                    + "', 'content': {'see': ['note-one', 'note-none', 'note-one']}}");
        }
        String path = "/api/documents/note-one/referrers?limit=3";

        assertThat(get(path)).bodyJson().isLenientlyEqualTo(
                """
                        {"items": [{"document": "note-three", "pointer": "/see/0"}, {"document": "note-three", "pointer": "/see/2"},
                                   {"document": "note-two", "pointer": "/see/0"}], "next": "note-two/see/0"}""");
        assertThat(get(path + "&after=note-two/see/0")).bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"document\": \"note-two\", \"pointer\": \"/see/2\"}]}")
                .doesNotHavePath("$.next");
        assertThat(get(path + "&after=note-three/see/2")).bodyJson().extractingPath("$.items[*].pointer")
                .isEqualTo(List.of("/see/0", "/see/2"));
        assertThat(get("/api/documents/note-one/referrers?limit=0")).hasStatus(400);
    }

    private static AuditFilter about(String target) {
        return new AuditFilter(null, null, target, null, null, null);
    }
}
