package io.guidepost.release;

import io.guidepost.security.Actor;
import io.guidepost.web.Command;
import io.guidepost.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{number}/roll-back")
@Tag(name = "Releases")
class RollBackController {

    private final Releases releases;

    RollBackController(Releases releases) {
        this.releases = releases;
    }

    /** What for. */
    record RollBackBody(@Nullable String message) {}

    @Command("releases.roll-back")
    @PostMapping
    @Operation(summary = "Release again what was live before a release, for every document that it changed")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Release> rollBack(Actor actor, @PathVariable int number,
            @RequestBody(required = false) @Nullable RollBackBody body) {
        String message = body == null || body.message() == null ? "" : body.message();
        Release release = releases.rollBack(actor, number, message);
        return ResponseEntity.created(URI.create("/api/releases/" + release.number())).body(release);
    }

    @Query
    @PostMapping("/check")
    @Operation(summary = "List what would keep a release from being rolled back, and change nothing")
    ReleaseCheck check(Actor actor, @PathVariable int number) {
        return ReleaseCheck.of(releases.previewRollBack(actor, number));
    }
}
