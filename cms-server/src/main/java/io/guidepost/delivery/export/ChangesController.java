package io.guidepost.delivery.export;

import io.guidepost.delivery.answer.AcceptedEncodings;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The differences between editions over HTTP, a line each, for those who pull in bulk. */
@RestController
@Tag(name = "Delivery", description = "Published content, open to all")
class ChangesController {

    private static final String BEARER = "Bearer ";

    /** In seconds. */
    private static final String RETRY_AFTER = "10";

    private final Editions editions;
    private final ChangesExport export;

    ChangesController(Editions editions, ChangesExport export) {
        this.editions = editions;
        this.export = export;
    }

    @GetMapping(path = "/graphql/changes", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(summary = "What is different between an edition and a later one, a line a change with its whole document", description = "The first line names the edition and counts the changes; the last one is {\"end\": true}, without which the "
            + "stream was cut off. Without `since`: all that is live.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "503", description = "Too many are being sent; `Retry-After` says when to try again", content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = ProblemDetail.class)))
    @SecurityRequirements
    void changes(
            @RequestParam(required = false) @Parameter(description = "The edition that is known already: `7.3`") @Nullable String since,
            @RequestParam(required = false) @Parameter(description = "The edition to read; the newest if there is none") @Nullable String edition,
            @RequestHeader(name = EditionHeader.NAME, required = false) @Nullable String pinned,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Parameter(hidden = true) @Nullable String authorization,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings,
            HttpMethod method, HttpServletResponse response) throws IOException {
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new RefusedQueryException("Only what is published has changes, and these are open to all: leave the"
                    + " token out. There are none of a preview.");
        }
        Optional<EditionPin> pin = Editions.pin(Stream.of(edition, pinned).filter(Objects::nonNull).toList());
        View view = pin.map(editions::at).orElseGet(editions::newest);
        export.send(since, view, AcceptedEncodings.takeGzip(encodings), !method.equals(HttpMethod.HEAD),
                response);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedQueryException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "refused-query", "The query is refused", refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooManyExportsException refusal) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "too-many-exports", "Too many exports at a time",
                        refusal.getMessage()));
    }
}
