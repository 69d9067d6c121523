package io.guidepost.editorial.comment;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.audit.AuditEntry;
import io.guidepost.audit.AuditFilter;
import io.guidepost.audit.AuditLog;
import io.guidepost.editorial.DocumentsPurged;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.EditorialEdge;
import io.guidepost.editorial.Notes;
import io.guidepost.editorial.SaveOptions;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.guidepost.storage.TestMongo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Comments over HTTP on documents in real stores; whoever the header {@code Actor} names is let in. */
class CommentControllerTest {

    private static final DocumentId ID = new DocumentId("note-one");
    private static final String ALL = "/api/documents/note-one/comments";
    private static final String BODY = "Pay rises in the first year. It may fall after that. Nobody knows why.";
    private static final String FALL = "{'text': 'Source, @eve?', 'pointer': '/body', 'range': {'start': 29, 'end': 52, "
            + "'quote': 'It may fall after that.'}}";

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private EditorialEdge edge;
    private Editing editing;
    private Documents documents;

    @BeforeEach
    void start() {
        edge = new EditorialEdge(mongo.database());
        edge.context().addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload) {
                events.add(payload.getPayload());
            }
        });
        editing = edge.context().getBean(Editing.class);
        documents = edge.context().getBean(Documents.class);
        editing.create(ADA, "Note", ID, content(BODY, "note-a", "note-b", "note-c"));
    }

    @Test
    void a_comment_is_made_replied_to_edited_resolved_and_reopened() {
        String path = comment(ADA, FALL);
        MvcTestResult replied = as(EVE, HttpMethod.POST, path + "/replies", null, "{'text': 'The bureau, @ada.'}");
        assertThat(replied).hasStatus(201).hasHeader("ETag", "\"2\"").bodyJson().extractingPath("$.replies[0].mentions")
                .isEqualTo(List.of("ada"));
        assertThat(as(ADA, HttpMethod.PATCH, path, null, "{'text': 'Which source?'}")).hasStatusOk().bodyJson()
                .hasPath("$.edited").isLenientlyEqualTo("""
                        {"text": "Which source?", "state": "open", "mentions": [], "outdated": false, "by": "ada",
                         "made": {"version": 1, "pointer": "/body"}}""");
        assertThat(as(EVE, HttpMethod.POST, path + "/resolve", "\"3\"", null)).hasStatusOk().bodyJson()
                .extractingPath("$.resolved.by").isEqualTo("eve");
        assertThat(ids("?state=open")).isEmpty();
        assertThat(as(EVE, HttpMethod.POST, path + "/resolve", null, null)).hasStatus(409);
        assertThat(as(ADA, HttpMethod.POST, path + "/reopen", null, null)).hasStatusOk().bodyJson()
                .extractingPath("$.reopened.by").isEqualTo("ada");
        assertThat(as(ADA, HttpMethod.POST, path + "/reopen", null, null)).hasStatus(409);
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).hasStatusOk().hasHeader("ETag", "\"5\"");
    }

    @Test
    void whoever_is_concerned_can_be_told() {
        String path = comment(ADA, FALL);
        as(EVE, HttpMethod.POST, path + "/replies", null, "{'text': 'So @lea said, and @nobody else.'}");
        as(ADA, HttpMethod.POST, path + "/resolve", null, null);

        PersonId ada = ADA.id();
        PersonId eve = EVE.id();
        assertThat(events.stream().filter(CommentAdded.class::isInstance).map(CommentAdded.class::cast).toList())
                .satisfiesExactly(first -> {
                    assertThat(first.mentioned()).containsExactly(eve);
                    assertThat(first.comment()).isEqualTo(first.thread());
                }, second -> {
                    assertThat(second.author()).isEqualTo(eve);
                    assertThat(second.mentioned()).isEmpty();
                    assertThat(second.participants()).isEqualTo(Set.of(ada, eve));
                });
        assertThat(events).anyMatch(event -> event instanceof CommentResolved resolved && resolved.by().equals(ada)
                && resolved.participants().equals(Set.of(ada, eve)));
    }

    @Test
    void whoever_an_edit_mentions_anew_can_be_told() {
        String path = comment(ADA, "{'text': 'Why, @eve?'}");
        as(ADA, HttpMethod.PATCH, path, null, "{'text': 'Why, @eve and @ada?'}");
        as(EVE, HttpMethod.PATCH, path, null, "{'text': 'Mine now, @ada.'}");

        assertThat(events.stream().filter(CommentEdited.class::isInstance).map(CommentEdited.class::cast))
                .singleElement().satisfies(edited -> {
                    assertThat(edited.author()).isEqualTo(ADA.id());
                    assertThat(edited.comment()).isEqualTo(edited.thread());
                    assertThat(edited.newlyMentioned()).containsExactly(ADA.id());
                });
    }

    @Test
    void a_comment_follows_its_sentence_is_outdated_when_its_words_change_and_comes_back_with_them() {
        String path = comment(ADA, FALL);
        save(content("In short: " + BODY, "note-a"));
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson().isLenientlyEqualTo(
                "{\"outdated\": false, \"range\": {\"start\": 39, \"end\": 62, \"quote\": \"It may fall after that.\"}}");
        save(content("In short: Pay rises in the first year. It never falls. Nobody knows why.", "note-a"));
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson().isLenientlyEqualTo(
                "{\"outdated\": true, \"range\": {\"start\": 29, \"end\": 52, \"quote\": \"It may fall after that.\"}}");
        assertThat(ids("?outdated=true")).hasSize(1);
        assertThat(ids("?outdated=false")).isEmpty();
        editing.restore(ADA, ID, 3, 2);
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson().isLenientlyEqualTo(
                "{\"outdated\": false, \"range\": {\"start\": 39, \"end\": 62}}");
    }

    @Test
    void a_comment_follows_an_item_of_a_list_until_it_is_removed() {
        String path = comment(EVE, "{'text': 'Why this one?', 'pointer': '/see/0'}");
        comment(EVE, "{'text': 'Good.'}");
        save(content(BODY, "note-b", "note-c", "note-a"));
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson().extractingPath("$.pointer")
                .isEqualTo("/see/2");
        assertThat(ids("?pointer=/see")).hasSize(1);
        assertThat(ids("?pointer=/se")).isEmpty();
        assertThat(ids("?pointer=")).hasSize(2);
        save(content(BODY, "note-b", "note-c"));
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson()
                .isLenientlyEqualTo("{\"outdated\": true, \"pointer\": \"/see/0\"}");
    }

    @Test
    void a_comment_on_an_autosaved_version_works_when_that_version_is_forgotten() {
        autosave("So: " + BODY);
        String path = comment(ADA, FALL.replace("29", "33").replace("52", "56"));
        autosave("Briefly so: " + BODY);
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson().extractingPath("$.range.start").isEqualTo(41);
        autosave("Said briefly: " + BODY);
        documents.forgetAutosaves(Instant.now().plusSeconds(60));

        assertThat(documents.version(ID, 2)).isEmpty();
        assertThat(documents.version(ID, 3)).isEmpty();
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).bodyJson()
                .isLenientlyEqualTo("{\"outdated\": false, \"range\": {\"start\": 43, \"end\": 66}}");
    }

    @Test
    void one_deletes_what_one_wrote_while_nobody_has_replied() {
        String path = comment(ADA, "{'text': 'Hm.'}");
        MvcTestResult replied = as(EVE, HttpMethod.POST, path + "/replies", null, "{'text': 'What?'}");
        String reply = path + "/replies/" + json(replied).at("/replies/0/id").stringValue();

        assertThat(as(ADA, HttpMethod.DELETE, path, null, null)).hasStatus(409);
        assertThat(as(ADA, HttpMethod.DELETE, reply, null, null)).hasStatus(403);
        assertThat(as(EVE, HttpMethod.PATCH, path, null, "{'text': 'Mine.'}")).hasStatus(403);
        assertThat(as(EVE, HttpMethod.DELETE, reply, "\"1\"", null)).hasStatus(412);
        assertThat(as(EVE, HttpMethod.DELETE, reply, "\"2\"", null)).hasStatus(204);
        assertThat(as(ADA, HttpMethod.DELETE, path, null, null)).hasStatus(204);
        assertThat(as(ADA, HttpMethod.GET, path, null, null)).hasStatus(404);
    }

    @Test
    void a_list_is_read_to_its_end_by_following_next() {
        List.of("one", "two", "three").forEach(text -> comment(ADA, "{'text': '" + text + "'}"));
        JsonNode page = json(as(ADA, HttpMethod.GET, ALL + "?limit=2", null, null));

        assertThat(page.get("items")).hasSize(2);
        assertThat(ids("?after=" + page.get("next").stringValue())).hasSize(1);
    }

    @Test
    void comments_go_with_their_document_and_the_audit_log_has_it() {
        comment(ADA, "{'text': 'Hm.'}");
        Comments comments = edge.context().getBean(Comments.class);
        assertThat(comments.open(List.of(ID))).containsEntry(ID, 1);
        edge.context().publishEvent(new DocumentsPurged(List.of(ID)));
        assertThat(comments.open(List.of(ID))).isEmpty();
        assertThat(edge.context().getBean(AuditLog.class).newest(AuditFilter.ALL, null, 9)).singleElement()
                .returns("documents.purge", AuditEntry::command).returns(ID.value(), AuditEntry::target);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            GET  | /api/documents/note-two/comments                            | -                                                 | 404 | unknown-document
            GET  | /api/documents/note-one/comments?state=done                 | -                                                 | 400 | malformed-query
            GET  | /api/documents/note-one/comments?limit=0                    | -                                                 | 400 | malformed-query
            GET  | /api/documents/note-one/comments?outdated=maybe             | -                                                 | 400 | bad-request
            GET  | /api/documents/note-one/comments/x                          | -                                                 | 400 | bad-request
            GET  | /api/documents/note-one/comments/019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11 | -                                       | 404 | unknown-comment
            POST | /api/documents/note-two/comments                            | {'text': 'Hm.'}                                   | 404 | unknown-document
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'version': 9}                     | 404 | unknown-document
            POST | /api/documents/note-one/comments                            | {'text': ' '}                                     | 422 | malformed-comment
            POST | /api/documents/note-one/comments                            | {'text': '\\u0000'}                               | 422 | malformed-comment
            POST | /api/documents/note-one/comments                            | {'text': '\\ud83d'}                               | 422 | malformed-comment
            POST | /api/documents/note-one/comments                            | {'pointer': '/body'}                              | 422 | invalid
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': '/see/7'}              | 422 | unknown-place
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': 'body'}                | 422 | unknown-place
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': '/body', 'range': {'start': 0, 'end': 3, 'quote': 'May'}}   | 422 | unknown-place
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': '/body', 'range': {'start': 0, 'end': 3, 'quote': 'Pays'}}  | 422 | unknown-place
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': '/body', 'range': {'start': 99, 'end': 102, 'quote': 'Pay'}} | 422 | unknown-place
            POST | /api/documents/note-one/comments                            | {'text': 'Hm.', 'pointer': '/body', 'range': {'start': 3, 'end': 3, 'quote': ''}}      | 422 | unknown-place
            POST | /api/documents/note-one/comments/019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11/replies | {'text': 'Hm.'}                 | 404 | unknown-comment
            """)
    void bad_requests_are_refused_with_a_problem_of_a_stable_type(String method, String path, String body, int status,
            String code) {
        MvcTestResult answer = as(EVE, HttpMethod.valueOf(method), path, null, body);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:guidepost:problem:" + code);
    }

    @Test
    void a_comment_has_5000_characters_at_most() {
        comment(ADA, "{'text': '" + "x".repeat(5_000) + "'}");
        assertThat(as(ADA, HttpMethod.POST, ALL, null, "{'text': '" + "x".repeat(5_001) + "'}")).hasStatus(422);
    }

    private static ObjectNode content(String body, String... see) {
        ObjectNode content = JsonMapper.shared().createObjectNode().put("slug", "pay").put("title", "Pay")
                .put("body", body);
        List.of(see).forEach(content.withArray("see")::add);
        return content;
    }

    private void save(ObjectNode content) {
        Document head = documents.find(ID).orElseThrow();
        editing.save(ADA, ID, head.version(), content);
    }

    private void autosave(String body) {
        Document head = documents.find(ID).orElseThrow();
        editing.save(ADA, ID, head.version(), content(body, "note-a"), new SaveOptions("", true, false));
    }

    /** Makes a comment and answers its address. */
    private String comment(Actor actor, String body) {
        MvcTestResult made = as(actor, HttpMethod.POST, ALL, null, body);
        assertThat(made).hasStatus(201).hasHeader("ETag", "\"1\"");
        return made.getResponse().getHeader("Location");
    }

    private List<String> ids(String query) {
        return json(as(ADA, HttpMethod.GET, ALL + query, null, null)).get("items").findValuesAsString("document");
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult as(Actor actor, HttpMethod method, String path, String version, String body) {
        return edge.as(actor, method, path, version, body);
    }
}
