package io.guidepost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.guidepost.web.Command;
import io.guidepost.web.Problems;
import io.guidepost.web.Query;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of a request; whoever the container says asks is let in. */
@ExtendWith(OutputCaptureExtension.class)
class CommandRecorderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final RequestPostProcessor ADA = request -> {
        request.setRemoteUser("ada");
        return request;
    };
    private static final Outcome DONE = new Outcome.Succeeded();

    private final RecordedEntries entries = new RecordedEntries();
    private final Audit audit = new Audit(entries, Clock.fixed(NOON, ZoneOffset.UTC));
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(advices()).addInterceptors(new CommandRecorder(audit))
            .addFilters(new ForwardedHeaderFilter()).build());

    /** An inner class, which no scan of the class path makes part of a server. */
    @RestController
    @RequestMapping("/api/things")
    class Things {

        @PutMapping("/{id}/parts/{part}")
        @Command("things.put")
        String put() {
            return "done";
        }

        @PostMapping
        @Command("things.create")
        ResponseEntity<String> create() {
            return ResponseEntity.created(URI.create("/api/things/thing-7")).body("done");
        }

        @PostMapping("/{id}/refuse")
        @Command("things.refuse")
        String refuse() {
            throw new ErrorResponseException(HttpStatus.CONFLICT,
                    Problems.of(HttpStatus.CONFLICT, "thing-in-use", "The thing is in use", null), null);
        }

        @PostMapping("/{id}/miss")
        @Command("things.miss")
        ResponseEntity<Void> miss() {
            return ResponseEntity.notFound().build();
        }

        @PostMapping("/{id}/fail")
        @Command("things.fail")
        String fail() {
            throw new IllegalStateException("Out of things.");
        }

        @PostMapping("/{id}/stream")
        @Command("things.stream")
        StreamingResponseBody stream() {
            return body -> body.write("done".getBytes(StandardCharsets.UTF_8));
        }

        @DeleteMapping("/{id}")
        void nameless() {}

        @PostMapping("/check")
        @Query
        String check() {
            return "fine";
        }

        @GetMapping
        String list() {
            return "none";
        }
    }

    @Test
    void a_command_is_recorded_with_who_what_when_to_what_from_where_and_how_it_ended() {
        assertThat(ask("PUT", "/api/things/thing-1/parts/a%20b?secret=hush")).hasStatusOk();

        AuditEntry entry = only();
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(entry.actor()).isEqualTo(new PersonId("ada"));
        assertThat(entry.command()).isEqualTo("things.put");
        assertThat(entry.target()).isEqualTo("thing-1/a b");
        assertThat(entry.from()).isEqualTo("127.0.0.1");
        assertThat(entry.outcome()).isEqualTo(DONE);
        assertThat(entry.request()).isNotBlank();
        assertThat(entry.toString()).doesNotContain("hush");
    }

    @Test
    void the_target_of_a_creation_is_what_was_created() {
        assertThat(ask("POST", "/api/things")).hasStatus(201);

        assertThat(only().target()).isEqualTo("thing-7");
    }

    @Test
    void a_refusal_is_recorded_with_its_status_and_the_code_of_its_problem() {
        assertThat(ask("POST", "/api/things/thing-1/refuse")).hasStatus(409);

        assertThat(only().outcome()).isEqualTo(new Outcome.Refused(409, "thing-in-use"));
    }

    @Test
    void a_refusal_without_a_problem_has_the_code_of_its_status() {
        assertThat(ask("POST", "/api/things/thing-1/miss")).hasStatus(404);

        assertThat(only().outcome()).isEqualTo(new Outcome.Refused(404, "not-found"));
    }

    @Test
    void an_error_of_the_server_is_a_failure() {
        assertThat(ask("POST", "/api/things/thing-1/fail")).hasStatus(500);

        assertThat(only().outcome()).isEqualTo(new Outcome.Failed());
    }

    @Test
    void a_command_whose_answer_is_written_later_on_is_recorded_once() {
        assertThat(ask("POST", "/api/things/thing-1/stream")).hasStatusOk().hasBodyTextEqualTo("done");

        assertThat(only().outcome()).isEqualTo(DONE);
        assertThat(only().actor()).isEqualTo(new PersonId("ada"));
    }

    @Test
    void a_command_that_was_given_no_name_is_recorded_nevertheless() {
        assertThat(ask("DELETE", "/api/things/thing-1")).hasStatusOk();

        assertThat(only().command()).isEqualTo("unnamed.delete");
    }

    @Test
    void what_changes_nothing_and_what_nobody_is_known_for_is_not_recorded() {
        assertThat(ask("GET", "/api/things")).hasStatusOk();
        assertThat(ask("POST", "/api/things/check")).hasStatusOk();
        assertThat(ask("PATCH", "/api/things")).hasStatus(405);
        assertThat(ask("POST", "/api/nothings")).hasStatus(404);
        assertThat(http.method(HttpMethod.POST).uri("/api/things").exchange()).hasStatus(201);

        assertThat(entries.all).isEmpty();
    }

    @Test
    void behind_a_proxy_that_the_server_listens_to_the_address_is_that_of_the_client() {
        assertThat(http.post().uri("/api/things").with(ADA).header("X-Forwarded-For", "192.0.2.7, 10.0.0.1")
                .exchange()).hasStatus(201);

        assertThat(only().from()).isEqualTo("192.0.2.7");
    }

    @Test
    void a_command_that_was_done_is_answered_as_done_though_it_could_not_be_recorded(CapturedOutput output) {
        entries.refusesInserts = true;

        assertThat(ask("PUT", "/api/things/thing-1/parts/a")).hasStatusOk().hasBodyTextEqualTo("done");

        assertThat(output).contains("Could not be added to the audit log", "things.put", "thing-1/a",
                "The database is away.");
    }

    @Test
    void the_server_records_its_own_commands() {
        Actor planner = Actor.system("planner");

        audit.succeeded(planner, "releases.run-planned", "7");
        audit.refused(planner, "releases.run-planned", "8", 409, "release-refused");
        audit.failed(planner, "releases.run-planned", null);

        assertThat(entries.all).extracting(AuditEntry::outcome).containsExactly(DONE,
                new Outcome.Refused(409, "release-refused"), new Outcome.Failed());
        assertThat(entries.all).extracting(AuditEntry::target).containsExactly("7", "8", null);
        assertThat(entries.all).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(new PersonId("system.planner"));
            assertThat(entry.from()).isNull();
        });
    }

    @Test
    void an_export_that_breaks_off_ends_in_a_problem() throws Exception {
        audit.succeeded(Actor.system("planner"), "releases.run-planned", "7");
        audit.succeeded(Actor.system("planner"), "releases.run-planned", "8");
        entries.readableEntries = 1;
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCommitted(true);

        new AuditExport(entries, JsonMapper.shared(), Clock.systemUTC()).send(AuditFilter.ALL, response);

        List<String> lines = response.getContentAsString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("\"target\":\"7\"");
        assertThat(lines.getLast()).contains("internal-server-error", "broke off");
    }

    private MvcTestResult ask(String method, String path) {
        return http.method(HttpMethod.valueOf(method)).uri(URI.create(path)).with(ADA).exchange();
    }

    private AuditEntry only() {
        assertThat(entries.all).hasSize(1);
        return entries.all.getFirst();
    }

    /** Those of every server, which know how to be made without others. */
    private static Object[] advices() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestControllerAdvice.class));
        return scanner.findCandidateComponents("io.guidepost.web").stream()
                .map(advice -> ClassUtils.resolveClassName(advice.getBeanClassName(), null)).toArray();
    }
}
