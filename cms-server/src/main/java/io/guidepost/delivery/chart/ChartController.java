package io.guidepost.delivery.chart;

import io.guidepost.delivery.answer.AnswerWriter;
import io.guidepost.delivery.answer.CacheProperties;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.web.Problems;
import io.guidepost.web.SurrogateKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The charts over HTTP. */
@RestController
@Tag(name = "Delivery", description = "Published content, open to all")
class ChartController {

    private static final MediaType SVG = new MediaType("image", "svg+xml");
    /** An image that is looked at by itself runs nothing and loads nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Editions editions;
    private final Charts charts;
    private final CacheProperties caching;

    ChartController(Editions editions, Charts charts, CacheProperties caching) {
        this.editions = editions;
        this.charts = charts;
        this.caching = caching;
    }

    @GetMapping("/charts/{role}/{question}.svg")
    @Operation(summary = "What those who explore a role answer to a question, as a bar chart", description = "The chart of a group that is too "
            + "small says so and has no figures.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @SecurityRequirements
    ResponseEntity<byte[]> chart(@PathVariable String role, @PathVariable String question,
            @RequestParam(required = false) @Parameter(description = "Only of those with this background") @Nullable String background,
            @RequestParam(required = false) @Parameter(description = "The edition to read, `7.3`; the newest if there is none") @Nullable String edition,
            @RequestParam(defaultValue = "auto") @Parameter(description = "`light`, `dark`, or `auto`: as the reader prefers") String theme,
            @RequestHeader(name = EditionHeader.NAME, required = false) @Nullable String pinned) {
        Theme colours = Theme.named(theme);
        Optional<EditionPin> pin = Editions.pin(Stream.of(edition, pinned).filter(Objects::nonNull).toList());
        View view = pin.map(editions::at).orElseGet(editions::newest);
        byte[] image = ChartImage.of(charts.of(new ChartName(role, question, background), view.snapshot()), colours);
        HttpHeaders headers = new HttpHeaders();
        EditionHeader.name(view.edition(), headers::set);
        headers.set(HttpHeaders.CACHE_CONTROL, pin.map(EditionPin::snapshot).isPresent()
                ? caching.pinned()
                : caching.header());
        headers.set(AnswerWriter.SURROGATE_KEY, SurrogateKey.ALL + " " + SurrogateKey.role(role));
        headers.set(HttpHeaders.VARY, EditionHeader.NAME);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        return ResponseEntity.ok().headers(headers).eTag(tag(image)).contentType(SVG).body(image);
    }

    private static String tag(byte[] image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Not to be kept: the next version of the quiz may have it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownChartException refusal) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Problems.of(HttpStatus.NOT_FOUND, "unknown-chart", "There is no such chart",
                        refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedQueryException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "refused-query", "The query is refused", refusal.getMessage());
    }
}
