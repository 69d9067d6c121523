package io.guidepost.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP, to be read by administrators and written by nobody. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit", description = "Who did what, when, from where, and how it ended")
class AuditController {

    private final AuditLog log;
    private final AuditExport export;

    AuditController(AuditLog log, AuditExport export) {
        this.log = log;
        this.export = export;
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<EntryView> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The entries of the audit log, the newest first, in pages")
    Page list(Actor asking, @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        asking.require(Permission.ADMINISTER);
        PageLimit.require(limit);
        List<AuditEntry> found = log.newest(AuditParameters.filter(actor, command, target, outcome, since, until),
                AuditParameters.after(after), limit + 1);
        List<AuditEntry> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items.stream().map(EntryView::of).toList(),
                found.size() > limit ? items.getLast().id().toString() : null);
    }

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(summary = "The entries of the audit log, the oldest first, all of them, a line each")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(implementation = EntryView.class)))
    void export(Actor asking, @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until, HttpServletResponse response) throws IOException {
        asking.require(Permission.ADMINISTER);
        export.send(AuditParameters.filter(actor, command, target, outcome, since, until), response);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry of the audit log")
    EntryView get(Actor asking, @PathVariable UUID id) {
        asking.require(Permission.ADMINISTER);
        return EntryView.of(log.find(id).orElseThrow(UnknownEntryException::new));
    }
}
