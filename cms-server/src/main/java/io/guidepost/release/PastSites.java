package io.guidepost.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The site as it was long ago, folded from the release log when somebody asks. Some sites stay in memory to begin from: those that were
 * asked for lately, and milestones spread evenly over the log, few of them however long it is.
 */
final class PastSites {

    private static final int BATCH = 500;
    private static final int ASKED_FOR = 16;
    private static final int MILESTONES = 32;

    private final ReleaseLog log;
    private final ConcurrentNavigableMap<Integer, LiveSite> milestones = new ConcurrentSkipListMap<>(
            Map.of(0, LiveSite.EMPTY));
    private final Cache<Integer, LiveSite> askedFor = Caffeine.newBuilder().maximumSize(ASKED_FOR).build();
    private final ReentrantLock folding = new ReentrantLock();
    private int spacing = 16;

    PastSites(ReleaseLog log) {
        this.log = log;
    }

    /** Takes a site as a milestone if it stands where one should be; once there are too many, every other is given up. */
    synchronized void pass(LiveSite site) {
        if (site.release() % spacing != 0) {
            return;
        }
        milestones.put(site.release(), site);
        if (milestones.size() > MILESTONES) {
            spacing *= 2;
            milestones.keySet().removeIf(release -> release % spacing != 0);
        }
    }

    /** The site after a release of the log. However many ask for it at once, it is folded once. */
    LiveSite at(int release) {
        LiveSite known = askedFor.getIfPresent(release);
        if (known != null) {
            return known;
        }
        folding.lock();
        try {
            return askedFor.get(release, this::fold);
        } finally {
            folding.unlock();
        }
    }

    private LiveSite fold(int release) {
        LiveSite site = nearest(release);
        while (site.release() < release) {
            for (Release next : log.after(site.release(), Math.min(BATCH, release - site.release()))) {
                site = site.with(next);
            }
        }
        return site;
    }

    private LiveSite nearest(int release) {
        return Stream.concat(Stream.of(milestones.floorEntry(release).getValue()), askedFor.asMap().values().stream())
                .filter(site -> site.release() <= release).max(Comparator.comparingInt(LiveSite::release))
                .orElse(LiveSite.EMPTY);
    }
}
