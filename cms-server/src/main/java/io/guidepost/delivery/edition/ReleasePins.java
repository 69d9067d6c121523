package io.guidepost.delivery.edition;

import io.guidepost.quiz.statistics.SnapshotPins;
import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.release.Release;
import io.guidepost.release.Releases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A release needs the snapshot that was the newest when it was made: the two together are the edition that came out. Of two that were
 * each the newest to some nodes at that time, it needs both.
 */
@Component
class ReleasePins implements SnapshotPins {

    private static final int AT_ONCE = 500;

    private final Releases releases;

    ReleasePins(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Set<Integer> among(List<SnapshotSummary> snapshots) {
        Set<Integer> pinned = new HashSet<>();
        int certain = 0;
        int last = 0;
        while (true) {
            List<Release> some = releases.after(last, AT_ONCE);
            if (some.isEmpty()) {
                return pinned;
            }
            for (Release release : some) {
                while (certain < snapshots.size()
                        && !snapshots.get(certain).certainFrom().isAfter(release.at())) {
                    certain++;
                }
                if (certain > 0) {
                    pinned.add(snapshots.get(certain - 1).number());
                }
                for (int possible = certain; possible < snapshots.size()
                        && !snapshots.get(possible).possibleFrom().isAfter(release.at()); possible++) {
                    pinned.add(snapshots.get(possible).number());
                }
            }
            last = some.getLast().number();
        }
    }
}
