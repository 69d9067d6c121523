package io.guidepost.server;

import static io.guidepost.server.Call.get;
import static io.guidepost.server.Call.graphql;
import static io.guidepost.server.Call.of;
import static io.guidepost.server.Call.post;
import static io.guidepost.server.Call.put;
import static io.guidepost.server.Call.raw;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guidepost.server.Call.Answer;
import io.guidepost.storage.TestMongo;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the whole server answers to what it cannot take: always a reason to act on, never a look inside. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {

    private static final TestMongo MONGO = TestMongo.started();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern INSIDES = Pattern.compile("Exception|\\tat |\\bjava[.x]|io\\.guidepost|springframework"
            + "|jackson|mongo|graphql\\.|org\\.apache|tomcat|E11000|(?<![:/\\w])/(root|tmp|home|work|usr|var)/",
            Pattern.CASE_INSENSITIVE);
    private static final String FIVE_MEGABYTES = "\"" + "x".repeat(5 << 20) + "\"";

    private static final Map<String, String> TOKENS = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
        properties.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:9");
        properties.add("guidepost.seeding.enabled", () -> true);
    }

    /** What one bad input is answered with. */
    private record Expected(int status, String type, String code, String excerpt) {}

    private static Expected problem(int status, String code, String excerpt) {
        return new Expected(status, "application/problem+json", "urn:guidepost:problem:" + code, excerpt);
    }

    private static Expected errors(int status, String excerpt) {
        return new Expected(status, "application/graphql-response+json", null, excerpt);
    }

    private static Expected report(String excerpt) {
        return new Expected(200, "application/json", null, excerpt);
    }

    static Stream<Arguments> bodies() {
        Call create = post("/api/documents").as("author");
        Call release = post("/api/releases").as("publisher");
        return Stream.of(
                row("malformed JSON", create.body("{\"type\": "), problem(400, "malformed-json", "line 1")),
                row("no body", create, problem(400, "unreadable-body", "JSON body is required")),
                row("JSON of another form", create.body("[1, 2]"), problem(400, "unexpected-json", "form")),
                row("an unknown field", create.body("{\"type\": \"Faq\", \"content\": {}, \"colour\": 1}"),
                        problem(400, "unexpected-json", "/colour")),
                row("a field of an overlong name", create.body("{\"" + "n".repeat(40_000) + "\": 1}"),
                        problem(400, "unexpected-json", "nnn…")),
                row("a content that is no object", create.body("{\"type\": \"Faq\", \"content\": 5}"),
                        problem(400, "unexpected-json", "/content")),
                row("a missing field", create.body("{\"type\": \"Faq\"}"), problem(422, "invalid", "/content")),
                row("a number for an action",
                        release.body("{\"changes\": [{\"document\": \"faq-draft\", \"action\": 0}]}"),
                        problem(400, "unexpected-json", "/changes/0/action")),
                row("a fraction for a version", release
                        .body("{\"changes\": [{\"document\": \"faq-draft\", \"action\": \"PUBLISH\", \"version\": 1.5}]}"),
                        problem(400, "unexpected-json", "/changes/0/version")),
                row("a text for a version", release.body(
                        "{\"changes\": [{\"document\": \"faq-draft\", \"action\": \"PUBLISH\", \"version\": \"3\"}]}"),
                        problem(400, "unexpected-json", "/changes/0/version")),
                row("a version beyond all numbers", release.body(
                        "{\"changes\": [{\"document\": \"faq-draft\", \"action\": \"PUBLISH\", \"version\": 1e999}]}"),
                        problem(400, "unexpected-json", "/changes/0/version")),
                row("a missing field within a list", release.body("{\"changes\": [{\"action\": \"PUBLISH\"}]}"),
                        problem(422, "invalid", "/changes/0/document")),
                row("a key that is there twice",
                        create.body("{\"type\": \"Faq\", \"type\": \"Source\", \"content\": {}}"),
                        problem(400, "malformed-json", "line 1")),
                row("a key of a content that is there twice",
                        create.body("{\"type\": \"Faq\", \"content\": {\"slug\": \"one\", \"slug\": \"two\"}}"),
                        problem(400, "malformed-json", "line 1")),
                row("something behind the JSON", create.body("{\"type\": \"Faq\", \"content\": {}} {}"),
                        problem(400, "unexpected-json", "form")),
                row("10,000 levels of JSON", create.body("[".repeat(10_000)),
                        problem(400, "unexpected-json", "form")),
                row("10,000 levels of content", create.body("{\"type\": \"Faq\", \"content\": {\"slug\": "
                        + "[".repeat(10_000) + "]".repeat(10_000) + "}}"), problem(400, "malformed-json", "too deep")),
                row("a number of 5,000 digits", create.body("{\"type\": " + "9".repeat(5_000) + "}"),
                        problem(400, "malformed-json", "too long")),
                row("invalid UTF-8", create.bytes("{\"type\": \"\u00ff\u00fe\"}"),
                        problem(400, "malformed-json", "line 1")),
                row("5 MB", create.body(FIVE_MEGABYTES), problem(413, "too-large", "2097152 bytes")),
                row("5 MB in chunks", create.chunked(FIVE_MEGABYTES), problem(413, "too-large", "2097152 bytes")),
                row("5 MB of a query", post("/graphql").body(FIVE_MEGABYTES), problem(413, "too-large", "2097152")),
                row("5 MB of a query in chunks", post("/graphql").chunked("{\"query\": " + FIVE_MEGABYTES + "}"),
                        problem(413, "too-large", "2097152 bytes")),
                row("5 MB of a form in chunks",
                        put("/api/documents/faq-draft").with("Content-Type", "application/x-www-form-urlencoded")
                                .as("author").version(1).chunked("a=" + FIVE_MEGABYTES),
                        problem(415, "unsupported-media-type", "")),
                row("a broken chunk", raw("""
                        POST /api/documents HTTP/1.1
                        Host: localhost
                        Authorization: Bearer TOKEN
                        Content-Type: application/json
                        Transfer-Encoding: chunked
                        Connection: close

                        zz
                        """).as("author"), problem(400, "unreadable-body", "could not be read")),
                row("a broken chunk of lines", raw("""
                        POST /api/responses HTTP/1.1
                        Host: localhost
                        Authorization: Bearer TOKEN
                        Content-Type: application/x-ndjson
                        Transfer-Encoding: chunked
                        Connection: close

                        a
                        nonsense

                        zz
                        """).as("admin"), problem(400, "unreadable-body", "broke off after 1 of them")));
    }

    static Stream<Arguments> protocol() {
        Call create = post("/api/documents").as("author");
        return Stream.of(
                row("a media type that is not taken", create.with("Content-Type", "text/plain").body("{}"),
                        problem(415, "unsupported-media-type", "")),
                row("a malformed media type", create.with("Content-Type", "json").body("{}"),
                        problem(415, "unsupported-media-type", "")),
                row("a malformed media type of a query",
                        post("/graphql").with("Content-Type", "json").body("{\"query\": \"{ __typename }\"}"),
                        problem(415, "unsupported-media-type", "Content-Type")),
                row("a form without a boundary", create.with("Content-Type", "multipart/form-data").body("{}"),
                        problem(415, "unsupported-media-type", "")),
                row("a query in a form without a boundary",
                        post("/graphql").with("Content-Type", "multipart/form-data").body("{}"),
                        problem(415, "unsupported-media-type", "application/json")),
                row("an answer nobody can give", get("/api/types").as("author").with("Accept", "image/png"),
                        problem(406, "not-acceptable", "")),
                row("a malformed Accept", get("/api/types").as("author").with("Accept", "json"),
                        problem(406, "not-acceptable", "")),
                row("a malformed Accept of a query", graphql("{ __typename }").with("Accept", "json"),
                        problem(406, "not-acceptable", "")),
                row("a refusal that the client would rather have as a page",
                        get("/api/documents/faq-none").as("author").with("Accept", "text/html"),
                        problem(404, "unknown-document", "faq-none")),
                row("a malformed Accept of a refusal",
                        get("/api/documents/faq-none").as("author").with("Accept", "json"),
                        problem(406, "not-acceptable", "Accept")),
                row("a method that is not taken", of("DELETE", "/api/documents").as("author"),
                        problem(405, "method-not-allowed", "DELETE")),
                row("a method that there is not", of("BREW", "/api/documents").as("author"),
                        problem(400, "bad-request", "cannot be taken")),
                row("another method for a query", put("/graphql").body("{}"),
                        problem(405, "method-not-allowed", "PUT")),
                row("an unknown path", get("/api/nothing").as("author"), problem(404, "not-found", "")),
                row("an unknown path in the open", get("/nothing"), problem(404, "not-found", "nothing here")),
                row("an unknown page of the documentation", get("/docs/nothing"), problem(404, "not-found", "")),
                row("a way out of the static files, encoded", get("/webjars/..%2f..%2fapplication.yaml"),
                        problem(400, "bad-request", "")),
                row("a way out of the static files, in dots",
                        raw("GET /graphiql/../../../application.yaml HTTP/1.1\nHost: a\nConnection: close\n\n"),
                        problem(400, "bad-request", "")),
                row("a way out of the static files, with a parameter", get("/graphiql/..;/..;/application.yaml"),
                        problem(400, "bad-request", "")),
                row("a way out of the static files, with backslashes",
                        get("/webjars/..%5c..%5capplication.yaml"), problem(400, "bad-request", "")),
                row("a NUL in a path", get("/api/documents/faq%00").as("author"), problem(400, "bad-request", "")),
                row("a NUL in a search", get("/api/documents?text=%00").as("author"),
                        problem(400, "malformed-query", "NUL")),
                row("a parameter that there is not", get("/api/documents?worfklow=Draft").as("author"),
                        problem(400, "unknown-parameter",
                                "“worfklow” here; those known are after, limit, ")),
                row("a parameter where there are none", put("/api/quiz?dry-run=true").as("admin"),
                        problem(400, "unknown-parameter", "none at all")),
                row("a parameter with an overlong name", get("/api/documents?" + "n".repeat(5_000)).as("author"),
                        problem(400, "unknown-parameter", "nnn…”")),
                row("a parameter with a malformed name",
                        raw("GET /api/documents?%zz=1 HTTP/1.1\nHost: a\nAuthorization: Bearer TOKEN\n"
                                + "Connection: close\n\n").as("author"),
                        problem(400, "unknown-parameter", "%zz")),
                row("a malformed escape in a search",
                        raw("GET /api/documents?text=%zz HTTP/1.1\nHost: a\nAuthorization: Bearer TOKEN\n"
                                + "Connection: close\n\n").as("author"),
                        problem(400, "bad-request", "cannot be taken")),
                row("a malformed escape in a query",
                        raw("GET /graphql?query=%zz HTTP/1.1\nHost: a\nConnection: close\n\n"),
                        problem(400, "bad-request", "cannot be taken")),
                row("a query string of 100,000 characters", get("/graphql?query=" + "x".repeat(100_000)),
                        problem(400, "bad-request", "")),
                row("a header of 100,000 characters", get("/api/me").with("X-Long", "x".repeat(100_000)),
                        problem(400, "bad-request", "")),
                row("a request line that is none", raw("NONSENSE\n\n"), problem(400, "bad-request", "")),
                row("two thousand parameters", get("/graphql?" + "a&".repeat(2_000)),
                        problem(400, "bad-request", "cannot be taken")));
    }

    static Stream<Arguments> access() {
        return Stream.of(row("no token", get("/api/documents"), problem(401, "unauthenticated", "Bearer")),
                row("a malformed token", get("/api/documents").as("malformed"),
                        problem(401, "invalid-token", "malformed")),
                row("a token where anybody may read it", get("/api/me?access_token=x"),
                        problem(401, "unauthenticated", "Bearer")),
                row("an expired token", get("/api/documents").as("expired"), problem(401, "token-expired", "expired")),
                row("a revoked token", get("/api/documents").as("revoked"), problem(401, "invalid-token", "revoked")),
                row("a password that is none", post("/api/tokens").with("Authorization", "Basic %%%").body("{}"),
                        problem(401, "unauthenticated", "Basic")),
                row("a token of too few scopes",
                        post("/api/documents").as("reader").body("{\"type\": \"Faq\", \"content\": {}}"),
                        problem(403, "forbidden", "documents:write")),
                row("a person of another role", post("/api/documents/faq-own/approve").as("author").version(2),
                        problem(403, "forbidden", "documents:review")),
                row("an author who administers", get("/api/people").as("author"),
                        problem(403, "forbidden", "people:write")),
                row("an unknown role",
                        post("/api/people").as("admin")
                                .body("{\"login\": \"eve\", \"name\": \"Eve\", \"roles\": [\"king\"]}"),
                        problem(422, "invalid", "unknown-role")),
                row("a malformed login",
                        post("/api/people").as("admin")
                                .body("{\"login\": \"../eve\", \"name\": \"Eve\", \"roles\": [\"author\"]}"),
                        problem(422, "invalid", "/login")),
                row("a webhook that can be none", get("/api/webhooks/nope").as("admin"),
                        problem(400, "bad-request", "`id` must be a UUID, not “nope”")),
                row("a NUL in a name", post("/api/people").as("admin")
                        .body("{\"login\": \"eve\", \"name\": \"E\\u0000ve\", \"roles\": [\"author\"]}"),
                        problem(422, "invalid", "unprintable")),
                row("a NUL in a list",
                        post("/api/people").as("admin")
                                .body("{\"login\": \"eve\", \"name\": \"Eve\", \"roles\": [\"\\u0000\"]}"),
                        problem(422, "invalid", "/roles/0")),
                row("a token for a thousand years",
                        post("/api/people/ada/tokens").as("admin").body("{\"name\": \"x\", \"expiresInDays\": 365000}"),
                        problem(422, "invalid", "/expiresInDays")),
                row("an unknown person", get("/api/people/nobody").as("admin"), problem(404, "not-found", "")));
    }

    static Stream<Arguments> documents() {
        Call draft = put("/api/documents/faq-draft").as("author");
        return Stream.of(
                row("an unknown document", get("/api/documents/faq-none").as("author"),
                        problem(404, "unknown-document", "faq-none")),
                row("a malformed id", get("/api/documents/Not%20An%20Id").as("author"),
                        problem(422, "malformed-id", "lower-case words")),
                row("an unknown type",
                        post("/api/documents").as("author").body("{\"type\": \"Poem\", \"content\": {}}"),
                        problem(422, "unknown-type", "Poem")),
                row("an id that is taken",
                        post("/api/documents").as("author")
                                .body("{\"type\": \"Faq\", \"id\": \"faq-draft\", \"content\": {}}"),
                        problem(409, "document-exists", "faq-draft")),
                row("a link check where links are not checked",
                        post("/api/documents/source-bls-data-scientists/link-check").as("author"),
                        problem(409, "link-checks-off", "guidepost.upkeep.links.enabled")),
                row("a link check of what is no source", post("/api/documents/faq-draft/link-check").as("author"),
                        problem(422, "no-link", "is a Faq")),
                row("no If-Match", draft.body("{\"content\": {}}"), problem(428, "version-required", "If-Match")),
                row("a malformed If-Match", draft.with("If-Match", "W/\"1\"").body("{\"content\": {}}"),
                        problem(400, "malformed-version", "W/")),
                row("an If-Match beyond all numbers",
                        draft.with("If-Match", "\"99999999999\"").body("{\"content\": {}}"),
                        problem(400, "malformed-version", "99999999999")),
                row("a stale If-Match", draft.version(7).body("{\"content\": {}}"),
                        problem(412, "stale-version", "\"version\":1")),
                row("a field of the wrong type", content("{\"question\": 5}"),
                        problem(422, "invalid-content", "wrong-type")),
                row("a field that there is not", content("{\"anwser\": \"\"}"),
                        problem(422, "invalid-content", "Did you mean “answer”")),
                row("a field that the server fills in", content("{\"id\": \"x\"}"),
                        problem(422, "invalid-content", "computed-field")),
                row("a malformed slug", content("{\"slug\": \"No Slug\"}"),
                        problem(422, "invalid-content", "malformed-slug")),
                row("half a character", content("{\"question\": \"\\ud800\"}"),
                        problem(422, "invalid-content", "unprintable")),
                row("half a character in rich text", content("{\"answer\": \"\\ud800\"}"),
                        problem(422, "invalid-content", "unprintable")),
                row("half a character in the name of a field", content("{\"\\ud800\": 1}"),
                        problem(400, "malformed-json", "line 1")),
                row("a NUL in a text", content("{\"question\": \"Is this a \\u0000?\"}"),
                        problem(422, "invalid-content", "unprintable")),
                row("a NUL in the name of a field", content("{\"a\\u0000b\": 1}"),
                        problem(422, "invalid-content", "unknown-field")),
                row("a malformed figure", content("{\"answer\": \"{{percent}}\"}"),
                        problem(422, "invalid-content", "malformed-figure")),
                row("a malformed citation", content("{\"answer\": \"So it is [@No Source].\"}"),
                        problem(422, "invalid-content", "malformed-citation")),
                row("a fraction beyond all numbers",
                        post("/api/documents").as("author").body(
                                "{\"type\": \"RoleGuide\", \"content\": {\"outlook\": {\"growthPercent\": 1e999}}}"),
                        problem(422, "invalid-content", "wrong-type")),
                row("a whole number of 400 digits",
                        post("/api/documents").as("author")
                                .body("{\"type\": \"RoleGuide\", \"content\": {\"outlook\": {\"growthPercent\": "
                                        + "9".repeat(400) + "}}}"),
                        problem(422, "invalid-content", "wrong-type")),
                row("a whole number beyond all numbers",
                        post("/api/documents").as("author")
                                .body("{\"type\": \"RoleGuide\", \"content\": {\"year\": 1e999}}"),
                        problem(422, "invalid-content", "wrong-type")),
                row("a submission of a document that is not complete",
                        post("/api/documents/faq-draft/submit").as("author").version(1),
                        problem(422, "invalid-content", "required")),
                row("a submission with a figure that there is not",
                        post("/api/documents/faq-figure/submit").as("author").version(1),
                        problem(422, "invalid-content", "unknown-figure")),
                row("an approval of one's own words", post("/api/documents/faq-own/approve").as("editor").version(2),
                        problem(403, "self-approval", "")),
                row("an approval of a draft", post("/api/documents/faq-draft/approve").as("editor").version(1),
                        problem(409, "illegal-move", "a draft")),
                row("changes requested for no reason",
                        post("/api/documents/faq-own/request-changes").as("editor").version(2)
                                .body("{\"reason\": \" \"}"),
                        problem(422, "invalid", "/reason")),
                row("changes requested for an unprintable reason",
                        post("/api/documents/faq-own/request-changes").as("editor").version(2)
                                .body("{\"reason\": \"No\\u0000.\"}"),
                        problem(422, "invalid", "/reason")),
                row("a page of none", get("/api/documents?limit=0").as("author"),
                        problem(400, "malformed-query", "1 and 100")),
                row("a page of words", get("/api/documents?limit=many").as("author"),
                        problem(400, "bad-request", "limit")),
                row("an unknown state", get("/api/documents?workflow=Lost").as("author"),
                        problem(400, "malformed-query", "workflow")),
                row("a version that is no number", get("/api/documents/faq-draft/versions/one").as("author"),
                        problem(400, "bad-request", "version")),
                row("a version that there is not", get("/api/documents/faq-draft/versions/9").as("author"),
                        problem(404, "unknown-document", "9")),
                row("a schema of no type", get("/api/types/Poem/schema").as("author"),
                        problem(404, "unknown-type", "Poem")));
    }

    static Stream<Arguments> releases() {
        Call release = post("/api/releases").as("publisher");
        return Stream.of(
                row("a release of what is not approved", release.body(changes("PUBLISH", "faq-draft")),
                        problem(409, "release-refused", "not-approved")),
                row("a release of an unknown document", release.body(changes("PUBLISH", "faq-none")),
                        problem(409, "release-refused", "unknown-document")),
                row("a release of a malformed id", release.body(changes("PUBLISH", "../x")),
                        problem(422, "malformed-id", "lower-case words")),
                row("a release of one document twice", release.body(changes("PUBLISH", "faq-good", "faq-good")),
                        problem(422, "malformed-release", "twice")),
                row("a release of nothing", release.body("{\"changes\": []}"), problem(422, "invalid", "/changes")),
                row("a release of null", release.body("{\"changes\": [null]}"),
                        problem(422, "invalid", "/changes/0")),
                row("a release with too long a message",
                        release.body("{\"message\": \"" + "x".repeat(501) + "\", " + changes("PUBLISH", "faq-good")
                                .substring(1)),
                        problem(422, "malformed-release", "500 characters")),
                row("a release with an unprintable message",
                        release.body("{\"message\": \"\\u0000\", " + changes("PUBLISH", "faq-good").substring(1)),
                        problem(422, "invalid", "/message")),
                row("a withdrawal of what is needed", release.body(changes("WITHDRAW", "faq-data-analyst-how-long")),
                        problem(409, "release-refused", "still-referenced")),
                row("a withdrawal of what is not live", release.body(changes("WITHDRAW", "faq-good")),
                        problem(409, "release-refused", "not-live")),
                row("a release that refers to nothing", release.body(changes("PUBLISH", "guide-broken")),
                        problem(409, "release-refused", "broken-reference")),
                row("a release that cites nothing", release.body(changes("PUBLISH", "faq-cites")),
                        problem(409, "release-refused", "source-of-nothing")),
                row("a release of a slug that is taken", release.body(changes("PUBLISH", "faq-twin")),
                        problem(409, "release-refused", "duplicate-slug")),
                row("a release by an author", post("/api/releases").as("author").body(changes("PUBLISH", "faq-good")),
                        problem(403, "forbidden", "releases:write")),
                row("an unknown release", get("/api/releases/999").as("author"),
                        problem(404, "unknown-release", "999")),
                row("a release that is no number", get("/api/releases/99999999999").as("author"),
                        problem(400, "bad-request", "`number` must be a whole number from -2147483648 to 2147483647")),
                row("a page of too many releases", get("/api/releases?limit=101").as("author"),
                        problem(400, "malformed-query", "between 1 and 100")),
                row("two numbers where one is wanted", get("/api/releases?limit=x&limit=y").as("author"),
                        problem(400, "bad-request", "`limit` is given several times")),
                row("a cursor that is no number", get("/api/releases?before=x").as("author"),
                        problem(400, "bad-request", "before")));
    }

    static Stream<Arguments> quiz() {
        Call lines = post("/api/responses").as("admin").with("Content-Type", "application/x-ndjson");
        Call one = post("/api/responses").as("admin");
        return Stream.of(
                row("lines that are no responses", lines.body("nonsense\n{}\n[]\n{\"id\": \"a\", \"id\": \"b\"}\n"),
                        report("\"rejected\":4")),
                row("lines that are not UTF-8",
                        lines.bytes("{\"id\": \"\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\"}"),
                        report("\"rejected\":1")),
                row("a line of 5 MB", lines.chunked(FIVE_MEGABYTES), report("16384 bytes at most")),
                row("a line of 10,000 levels", lines.body("[".repeat(10_000)), report("malformed-json")),
                row("a response to an unknown quiz", one.body(response("\"quizVersion\": 99")),
                        problem(422, "invalid-response", "/quizVersion")),
                row("a response to a quiz beyond all numbers", one.body(response("\"quizVersion\": 1e999")),
                        problem(422, "invalid-response", "/quizVersion")),
                row("a response of a time before all calendars", one.body(longAgo()),
                        problem(422, "invalid-response", "too-old")),
                row("a line of a time before all calendars", lines.body(longAgo()), report("too-old")),
                row("a response with a field that nobody asked for", one.body(response("\"email\": \"a@b\"")),
                        problem(422, "invalid-response", "/email")),
                row("a response with half a character", one.body(response("\"\\ud800\": 1")),
                        problem(400, "malformed-json", "line 1")),
                row("a response of no form", one.body("null"), problem(422, "invalid-response", "JSON object")),
                row("a response of no body", one, problem(400, "unreadable-body", "JSON body is required")),
                row("an unknown snapshot", get("/api/snapshots/999").as("author"),
                        problem(404, "unknown-snapshot", "999")),
                row("a snapshot that is no number", get("/api/snapshots/x").as("author"),
                        problem(400, "bad-request", "number")),
                row("a snapshot to be counted anew, or not", post("/api/snapshots?recount=perhaps").as("admin"),
                        problem(400, "bad-request", "recount")),
                row("a correction of a response that there is not", put("/api/responses/bad-input-1").as("admin")
                        .body(response("\"quizVersion\": 1")), problem(404, "unknown-response", "no response")),
                row("a correction by another id", put("/api/responses/taker-0002").as("admin").body(response(
                        "\"quizVersion\": 1")), problem(422, "invalid-response", "/id")),
                row("an erasure of a response that there is not",
                        of("DELETE", "/api/responses/bad-input-1").as("admin"),
                        problem(404, "unknown-response", "no response")),
                row("an erasure by whoever only brings in responses", of("DELETE", "/api/responses/bad-input-1").as(
                        "collector"), problem(403, "forbidden", "/api/responses and nothing else")),
                row("lines by whoever only brings in responses", lines.as("collector").body("{}"),
                        problem(403, "forbidden", "statistics:write")),
                row("a quiz of no form", put("/api/quiz").as("admin").body("{\"version\": \"x\"}"),
                        problem(422, "invalid-quiz", "/version")),
                row("a quiz by whoever only brings in responses", put("/api/quiz").as("collector").body("{}"),
                        problem(403, "forbidden", "/api/responses and nothing else")),
                row("a quiz of another sort", put("/api/quiz").as("admin").body("[]"),
                        problem(422, "invalid-quiz", "")));
    }

    static Stream<Arguments> queries() {
        String deep = "related { pins { ".repeat(9) + "slug" + " } }".repeat(9);
        String find = "query($slug: Slug!) { roleGuide(slug: $slug) { title } }";
        return Stream.of(
                row("an unknown field", graphql("{ edition { nonsense } }"), errors(400, "nonsense")),
                row("a query too deep", graphql("{ roleGuide(slug: \"ai-specialist\") { " + deep + " } }"),
                        errors(400, "fields deep")),
                row("a query of 10,000 braces", graphql("{ a ".repeat(10_000)), errors(400, "500 deep")),
                row("a query of a thousand lists",
                        graphql("{ faqs(filter: {slugs: " + "[".repeat(1_000) + "]".repeat(1_000)
                                + "}) { totalCount } }"),
                        errors(400, "")),
                row("a query for too much", graphql("{ roleGuides(first: 100) { nodes { related { pins { related"
                        + " { pins { faqs { slug } } } } } } } }"), errors(400, "complexity")),
                row("a missing variable", graphql(find), errors(400, "slug")),
                row("a variable of the wrong type", graphql(find, "{\"slug\": 5}"), errors(400, "A Slug is")),
                row("a variable of half a character", graphql(find, "{\"slug\": \"\\ud800\"}"),
                        errors(400, "A Slug is")),
                row("variables of 10,000 levels",
                        graphql(find, "{\"slug\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                        problem(400, "malformed-json", "JSON object")),
                row("a number beyond all numbers", graphql("{ faqs(first: 99999999999) { totalCount } }"),
                        errors(400, "Int")),
                row("a page of too many", graphql("{ faqs(first: 101) { totalCount } }"), errors(200, "first")),
                row("a bad cursor", graphql("{ faqs(after: \"%%%\") { totalCount } }"), errors(200, "cursor")),
                row("an unknown edition", graphql("{ edition(edition: \"999\") { id } }"),
                        errors(400, "There is no release 999")),
                row("an edition of a snapshot to come", graphql("{ edition(edition: \"1.999\") { id } }"),
                        errors(400, "snapshot 999")),
                row("a malformed edition", graphql("{ edition(edition: \"latest\") { id } }"),
                        errors(400, "`latest`")),
                row("a malformed edition in the header", graphql("{ edition { id } }").with("Guidepost-Edition", "x"),
                        errors(400, "`x`")),
                row("two editions",
                        graphql("{ a: edition(edition: \"1\") { id } b: edition(edition: \"1.1\") { id } }"),
                        errors(400, "one edition")),
                row("a mutation by GET", get("/graphql?query=mutation%7Bpublish%7D").with("Accept",
                        "application/graphql-response+json"), errors(400, "Mutation")),
                row("variables by GET that are no JSON", get("/graphql?query=%7B__typename%7D&variables=%7B"),
                        problem(400, "malformed-parameter", "variables")),
                row("an edition in the address", get("/graphql?query=%7B__typename%7D&edition=1.1"),
                        problem(400, "malformed-parameter", "Guidepost-Edition")),
                row("no body", post("/graphql").body(""), problem(400, "malformed-json", "The body is empty")),
                row("no query by GET", get("/graphql"), problem(400, "malformed-parameter", "query")),
                row("a batch", post("/graphql").body("[]"), problem(400, "malformed-json", "Several requests in one")),
                row("a query of invalid UTF-8", post("/graphql").bytes("{\"query\": \"\u00ff\u00fe\"}"),
                        problem(400, "malformed-json", "JSON object")),
                row("a NUL in a query", graphql("{ \0 }"), errors(400, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"bodies", "protocol", "access", "documents", "releases", "quiz", "queries"})
    void a_bad_input_is_refused_with_a_reason(String what, Call call, Expected expected) throws Exception {
        Answer answer = call.send(port, TOKENS::get);

        assertThat(answer.status()).as(answer.body()).isEqualTo(expected.status());
        assertThat(answer.type()).startsWith(expected.type());
        assertThat(answer.body()).contains(expected.excerpt()).doesNotContainPattern(INSIDES)
                .hasSizeLessThan(20_000);
        JsonNode body = JSON.readTree(answer.body());
        if (expected.code() != null) {
            assertThat(body.at("/type").asString()).isEqualTo(expected.code());
            assertThat(body.at("/status").asInt()).isEqualTo(expected.status());
            assertThat(body.at("/title").asString()).isNotBlank();
        }
    }

    @Test
    void html_in_rich_text_is_kept_as_written_and_delivered_as_text() throws Exception {
        ObjectNode content = faq("is-html-run").put("answer", "Yes <script>alert(1)</script> <b onclick='x()'>so</b>"
                + " [here](javascript:alert(1)) ![i](data:text/html,x).");
        approve("faq-html", "Faq", content);

        assertThat(send(post("/api/releases").as("publisher").body(changes("PUBLISH", "faq-html"))).status())
                .isEqualTo(201);
        JsonNode answer = JSON.readTree(send(graphql("{ faq(slug: \"is-html-run\") { answer { markdown html } } }"))
                .body()).at("/data/faq/answer");
        assertThat(answer.at("/markdown").asString()).isEqualTo(content.get("answer").asString());
        assertThat(answer.at("/html").asString()).contains("&lt;script&gt;").doesNotContain("<script", "<b ",
                "javascript:", "data:text");
    }

    @BeforeEach
    void prepareOnce(CapturedOutput output) throws Exception {
        if (!TOKENS.isEmpty()) {
            return;
        }
        Matcher printed = Pattern.compile("gp_\\S+").matcher(output.getAll());
        assertThat(printed.find()).isTrue();
        TOKENS.put("admin", printed.group());
        TOKENS.put("malformed", "gp_nonsense");
        person("ada", "author");
        person("grace", "editor");
        person("linus", "publisher");
        token("ada", "reader", "[\"documents:read\"]");
        token("admin", "collector", "[\"responses:write\"]");
        send(of("DELETE", "/api/tokens/" + token("ada", "revoked", null)).as("admin"));
        database.getCollection("tokens").updateOne(Filters.eq(token("ada", "expired", null)),
                Updates.set("expires", Date.from(Instant.EPOCH)));
        create("author", "faq-draft", "Faq", JSON.createObjectNode());
        create("author", "faq-figure", "Faq", faq("any-figure").put("answer", "{{percent luck/bad}}"));
        create("editor", "faq-own", "Faq", faq("my-own"));
        send(post("/api/documents/faq-own/submit").as("editor").version(1));
        approve("faq-good", "Faq", faq("all-good"));
        approve("faq-twin", "Faq", faq("data-analyst-how-long"));
        approve("faq-cites", "Faq", faq("cites-nothing").put("answer", "It is so [@source-of-nothing]."));
        ObjectNode guide = (ObjectNode) JSON
                .readTree(send(get("/api/documents/guide-data-analyst").as("author")).body()).get("content");
        guide.put("slug", "broken-guide").withArray("faqs").add("faq-of-nothing");
        approve("guide-broken", "RoleGuide", guide);
    }

    @AfterAll
    static void nothing_failed_unexpectedly(CapturedOutput output) {
        MONGO.close();
        assertThat(output.getAll()).doesNotContain("failed unexpectedly", "Servlet.service()", " ERROR ");
    }

    private void person(String login, String role) throws Exception {
        send(post("/api/people").as("admin").body("{\"login\": \"%s\", \"name\": \"%s\", \"roles\": [\"%s\"]}"
                .formatted(login, login, role)));
        token(login, role, null);
    }

    /** Keeps a new token under a name, and says its id. */
    private String token(String login, String name, String scopes) throws Exception {
        JsonNode issued = JSON.readTree(send(post("/api/people/" + login + "/tokens").as("admin")
                .body("{\"name\": \"%s\", \"scopes\": %s}".formatted(name, scopes))).body());
        TOKENS.put(name, issued.get("token").asString());
        return issued.get("id").asString();
    }

    private void approve(String id, String type, ObjectNode content) throws Exception {
        create("author", id, type, content);
        send(post("/api/documents/" + id + "/submit").as("author").version(1));
        Answer approved = send(post("/api/documents/" + id + "/approve").as("editor").version(2));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private void create(String holder, String id, String type, ObjectNode content) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("type", type).put("id", id);
        Answer created = send(post("/api/documents").as(holder).body(body.set("content", content).toString()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    private Answer send(Call call) throws Exception {
        return call.send(port, TOKENS::get);
    }

    private static Arguments row(String what, Call call, Expected expected) {
        return Arguments.of(what, call, expected);
    }

    private static ObjectNode faq(String slug) {
        return JSON.createObjectNode().put("slug", slug).put("question", "Is this a question?")
                .put("answer", "It is.");
    }

    private static Call content(String content) {
        return put("/api/documents/faq-draft").as("author").version(1).body("{\"content\": " + content + "}");
    }

    private static String changes(String action, String... ids) {
        ObjectNode body = JSON.createObjectNode();
        for (String id : ids) {
            body.withArray("changes").addObject().put("document", id).put("action", action);
        }
        return body.toString();
    }

    private static String longAgo() {
        return response("\"quizVersion\": 1").replace("2026-02-28", "-999999999-01-01");
    }

    private static String response(String more) {
        return "{\"id\": \"bad-input-1\", \"at\": \"2026-02-28T09:30:00Z\", \"country\": \"DE\", \"background\": \"student\","
                + " \"roles\": [], \"answers\": {}, " + more + "}";
    }
}
