package io.guidepost.quiz.statistics;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statistics snapshots over HTTP. */
@RestController
@Tag(name = "Statistics", description = "Numbered snapshots of what the answers add up to")
@RequestMapping("/api/snapshots")
class SnapshotsController {

    private final Snapshots snapshots;

    SnapshotsController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Command("snapshots.take")
    @PostMapping
    @Operation(summary = "Count the answers that came since the newest snapshot, or all of them anew")
    ResponseEntity<SnapshotSummary> take(Actor actor, @RequestParam(defaultValue = "false") boolean recount) {
        actor.require(Permission.STATISTICS);
        Snapshot taken = recount ? snapshots.recount() : snapshots.take();
        return ResponseEntity.created(URI.create("/api/snapshots/" + taken.number()))
                .body(snapshots.after(taken.number() - 1, 1).getFirst());
    }

    /** A page of snapshots, the newest first; {@code next} is the {@code before} of the next page. */
    record Page(List<SnapshotSummary> items, @Nullable Integer next) {}

    @GetMapping
    @Operation(summary = "The snapshots, the newest first, without their figures by role")
    Page list(Actor actor, @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<SnapshotSummary> found = snapshots.before(before == null ? Integer.MAX_VALUE : before, limit + 1);
        List<SnapshotSummary> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items, found.size() > limit ? items.getLast().number() : null);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One snapshot, with all figures")
    View one(Actor actor, @PathVariable int number) {
        actor.require(Permission.READ);
        return View.of(snapshots.get(number));
    }

    /** A snapshot as it is sent. */
    record View(int number, Instant asOf, SiteStatistics site, List<RoleStatistics> roles) {

        static View of(Snapshot snapshot) {
            return new View(snapshot.number(), snapshot.asOf(), snapshot.site(),
                    List.copyOf(snapshot.roles().values()));
        }
    }
}
