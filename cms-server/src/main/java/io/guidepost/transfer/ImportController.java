package io.guidepost.transfer;

import io.guidepost.audit.Audit;
import io.guidepost.security.Actor;
import io.guidepost.web.Problems;
import io.guidepost.web.Command;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Content from an archive of files, or from lines of JSON. */
@RestController
@RequestMapping("/api/import")
@Tag(name = "Transfer", description = "Content as files, out and in")
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);

    private static final String COMMAND = "content.import";

    private final ContentImport imports;
    private final BundleReader reader;
    private final JsonMapper json;
    private final Audit audit;

    ImportController(ContentImport imports, TransferProperties limits, JsonMapper json, Audit audit) {
        this.imports = imports;
        this.reader = new BundleReader(limits);
        this.json = json;
        this.audit = audit;
    }

    @Command(COMMAND)
    @PostMapping(consumes = {ExportController.ZIP, MediaType.APPLICATION_NDJSON_VALUE}, produces = {
        MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    @Operation(summary = "Import documents and the quiz", description = "From an archive as GET /api/export makes it, or from lines "
            + "of {type, id, content}. What is there with the same content stays as it is; what is there with other content is a "
            + "conflict, unless updates are asked for. With Accept: application/x-ndjson, lines tell the progress; the last one "
            + "is the report.", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
                @Content(mediaType = ExportController.ZIP, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string"))}))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = ImportReport.class)))
    void run(Actor actor,
            @Parameter(description = "Only tell what would be done.") @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "Save what differs on top of what is there.") @RequestParam(defaultValue = "false") boolean update,
            @Parameter(description = "Approve everything and make it live in one release; for administrators.") @RequestParam(defaultValue = "false") boolean publish,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        ImportOptions options = new ImportOptions(dryRun, update, publish);
        Importers importers = Importers.of(actor, options);
        ContentBundle read = MediaType.APPLICATION_NDJSON.isCompatibleWith(headers.getContentType())
                ? reader.lines(request.getInputStream())
                : reader.archive(request.getInputStream());
        CheckedBundle bundle = imports.checked(read);
        if (headers.getAccept().stream().anyMatch(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype)) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            stream(actor, bundle, options, importers, response.getOutputStream());
        } else {
            ImportReport report = run(actor, bundle, options, importers, (done, of) -> {});
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(report));
        }
    }

    /** The release that an import makes is on record as one of {@code POST /api/releases} is: by its number. */
    private ImportReport run(Actor actor, CheckedBundle bundle, ImportOptions options, Importers importers,
            Progress progress) {
        ImportReport report = imports.run(bundle, options, importers, "Import", progress);
        if (report.release() != null) {
            audit.succeededAlong(actor, COMMAND, report.release().toString());
        }
        return report;
    }

    /** Once lines are on their way, the status is sent: what goes wrong is the last line then. */
    private void stream(Actor actor, CheckedBundle bundle, ImportOptions options, Importers importers,
            OutputStream lines)
            throws IOException {
        try {
            ImportReport report = run(actor, bundle, options, importers,
                    (done, of) -> progress(lines, Map.of("progress", Map.of("done", done, "of", of))));
            line(lines, Map.of("report", report));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (TooManyToPublishException refusal) {
            line(lines, Map.of("problem", TransferProblems.tooMany(refusal)));
        } catch (RuntimeException failure) {
            LOG.error("An import failed unexpectedly", failure);
            line(lines, Map.of("problem", Problems.of(HttpStatus.INTERNAL_SERVER_ERROR,
                    "Something went wrong on the server; importing the same again finishes what was begun.")));
        }
    }

    private void progress(OutputStream lines, Map<String, ?> value) {
        try {
            line(lines, value);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void line(OutputStream lines, Map<String, ?> value) throws IOException {
        lines.write((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.flush();
    }

    /** The client broke off, or sent too much: nothing that went wrong here. */
    @ExceptionHandler
    ProblemDetail unreadable(IOException failure) {
        return Problems.tooLarge(failure).orElseGet(() -> Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body",
                "The body cannot be read", "The body broke off; nothing was imported."));
    }

    /** Every file that is wrong, with the place where. */
    @ExceptionHandler
    ProblemDetail malformed(MalformedContentException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-content",
                "Some files are malformed", "Nothing was imported: " + refusal.getMessage());
        List<FileProblem> problems = refusal.problems();
        problem.setProperty("count", problems.size());
        problem.setProperty("problems", problems.subList(0, Math.min(1_000, problems.size())));
        return problem;
    }
}
