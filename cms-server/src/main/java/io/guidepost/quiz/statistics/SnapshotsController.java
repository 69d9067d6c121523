package io.guidepost.quiz.statistics;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

    private static final int LISTED = 100;

    private final Snapshots snapshots;

    SnapshotsController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Command("snapshots.take")
    @PostMapping
    ResponseEntity<SnapshotSummary> take(Actor actor, @RequestParam(defaultValue = "false") boolean recount) {
        actor.require(Permission.STATISTICS);
        Snapshot taken = recount ? snapshots.recount() : snapshots.take();
        return ResponseEntity.created(URI.create("/api/snapshots/" + taken.number())).body(SnapshotSummary.of(taken));
    }

    @GetMapping
    List<SnapshotSummary> newest(Actor actor) {
        actor.require(Permission.READ);
        return snapshots.newest(LISTED);
    }

    @GetMapping("/{number}")
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
