package io.guidepost.webhooks;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.quiz.statistics.UnknownSnapshotException;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Release;
import io.guidepost.release.Releases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has happened, releases and statistics together, in the order of their times. */
@Component
class Happenings {

    private final Releases releases;
    private final LiveSites sites;
    private final Snapshots snapshots;

    Happenings(Releases releases, LiveSites sites, Snapshots snapshots) {
        this.releases = releases;
        this.sites = sites;
        this.snapshots = snapshots;
    }

    /** Behind all that has happened, as far as this node knows. */
    Position latest() {
        return new Position(sites.latest().release(), snapshots.latest().number());
    }

    /** What happened next after a position; empty: nothing yet. */
    Optional<Happening> after(Position position) {
        Optional<Release> release = first(releases.after(position.release(), 1));
        Optional<SnapshotSummary> snapshot = first(snapshots.after(position.snapshot(), 1));
        if (release.isPresent()
                && (snapshot.isEmpty() || !release.get().at().isAfter(snapshot.get().asOf()))) {
            return Optional.of(new Happening.Released(release.get(),
                    new Position(release.get().number(), position.snapshot())));
        }
        return snapshot.map(next -> {
            Snapshot taken = snapshots.get(next.number());
            return new Happening.Counted(taken, before(position.snapshot()),
                    new Position(position.release(), next.number()));
        });
    }

    /** Of one that was dropped, nothing is known: it is as if nothing had been counted. */
    private Snapshot before(int number) {
        try {
            return snapshots.get(number);
        } catch (UnknownSnapshotException dropped) {
            return Snapshot.empty();
        }
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }
}
