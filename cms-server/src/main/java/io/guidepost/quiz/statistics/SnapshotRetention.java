package io.guidepost.quiz.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Drops old snapshots: all but the newest ones, those that something kept needs, and those that a kept one is compared with, so that no
 * figure of an edition that can still be read changes.
 */
@Component
class SnapshotRetention {

    private final MongoSnapshots snapshots;
    private final List<SnapshotPins> pins;
    private final int kept;

    SnapshotRetention(MongoSnapshots snapshots, List<SnapshotPins> pins, StatisticsProperties properties) {
        this.snapshots = snapshots;
        this.pins = List.copyOf(pins);
        this.kept = properties.snapshotsKept();
    }

    /** Drops those that are too many; gives how many. */
    int apply() {
        List<SnapshotSummary> all = snapshots.after(0, Integer.MAX_VALUE);
        if (all.size() <= kept) {
            return 0;
        }
        Set<Integer> needed = new TreeSet<>();
        all.subList(all.size() - kept, all.size()).forEach(snapshot -> needed.add(snapshot.number()));
        pins.forEach(pin -> needed.addAll(pin.among(all)));
        Set<Integer> compared = new HashSet<>(needed);
        while (!compared.isEmpty()) {
            Set<Integer> earlier = snapshots.earlier(compared);
            earlier.removeAll(needed);
            needed.addAll(earlier);
            compared = earlier;
        }
        List<Integer> dropped = all.stream().map(SnapshotSummary::number).filter(number -> !needed.contains(number))
                .toList();
        dropped.forEach(snapshots::drop);
        return dropped.size();
    }
}
