package io.guidepost.release;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.PageLimit;
import io.guidepost.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases", description = "What goes live, atomically and for good on record")
class ReleaseController {

    private final Releases releases;
    private final ReleaseLog log;

    ReleaseController(Releases releases, ReleaseLog log) {
        this.releases = releases;
        this.log = log;
    }

    /** The body of a release. */
    record ReleaseBody(@Nullable String message,
            @NotEmpty @Size(max = ReleaseRequest.MAX_CHANGES) List<@NotNull @Valid ChangeBody> changes,
            @Nullable Boolean withReferrers) {

        ReleaseRequest request() {
            return new ReleaseRequest(changes.stream().map(ChangeBody::change).toList(),
                    message == null ? "" : message, Boolean.TRUE.equals(withReferrers));
        }
    }

    /** One change of it. */
    record ChangeBody(@NotNull String document, @NotNull Action action, @Nullable Integer version) {

        Change change() {
            return new Change(new DocumentId(document), action, version);
        }
    }

    /** A page of releases, the newest first; {@code next} is the {@code before} of the next page. */
    record Page(List<ReleaseSummary> items, @Nullable Integer next) {}

    @Command("releases.create")
    @PostMapping
    @Operation(summary = "Publish and withdraw documents, all at once or not at all")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Release> publish(Actor actor, @Valid @RequestBody ReleaseBody body) {
        Release release = releases.publish(actor, body.request());
        return ResponseEntity.created(URI.create("/api/releases/" + release.number())).body(release);
    }

    @Query
    @PostMapping("/check")
    @Operation(summary = "List what would keep a release from being made, and change nothing")
    ReleaseCheck check(Actor actor, @Valid @RequestBody ReleaseBody body) {
        return ReleaseCheck.of(releases.preview(actor, body.request()));
    }

    @GetMapping
    @Operation(summary = "The releases, the newest first, without their entries")
    Page list(Actor actor, @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<ReleaseSummary> items = log.before(before == null ? Integer.MAX_VALUE : before, limit);
        return new Page(items,
                items.size() < limit || items.getLast().number() == 1 ? null : items.getLast().number());
    }

    @GetMapping("/{number}")
    @Operation(summary = "One release, with all that it did")
    Release get(Actor actor, @PathVariable int number) {
        actor.require(Permission.READ);
        return log.find(number).orElseThrow(() -> new UnknownReleaseException(number, log.latest()));
    }
}
