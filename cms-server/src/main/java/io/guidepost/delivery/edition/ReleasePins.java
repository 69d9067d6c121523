package io.guidepost.delivery.edition;

import io.guidepost.quiz.statistics.SnapshotPins;
import io.guidepost.quiz.statistics.SnapshotSummary;
import io.guidepost.release.Release;
import io.guidepost.release.Releases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A release needs the snapshot that was the newest when it was made: the two together are the edition that came out. */
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
        int next = 0;
        int last = 0;
        while (true) {
            List<Release> some = releases.after(last, AT_ONCE);
            if (some.isEmpty()) {
                return pinned;
            }
            for (Release release : some) {
                while (next < snapshots.size() && !snapshots.get(next).asOf().isAfter(release.at())) {
                    next++;
                }
                if (next > 0) {
                    pinned.add(snapshots.get(next - 1).number());
                }
            }
            last = some.getLast().number();
        }
    }
}
