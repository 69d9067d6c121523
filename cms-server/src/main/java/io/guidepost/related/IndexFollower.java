package io.guidepost.related;

import io.guidepost.background.RecurringWork;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.SiteReleased;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of guides equal to the live site: after every release, and again by itself once the search engine was away, slow
 * or came back with less than it had.
 */
@Component
class IndexFollower extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int BATCH = 50;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int RECHECK_EVERY = 10;
    /** The share of the guides that must have changed for the frequencies of stems to be asked for again. */
    private static final double DRIFT = 0.05;

    private final LiveSites sites;
    private final GuideIndex index;
    private final IndexedGuides guides;
    private final CoInterests coInterests;
    /** What the index holds, stamps by document id; null: not known. Touched by the work's one thread alone. */
    private @Nullable Map<String, String> indexed;
    private int ticks;
    /** The generation of the stamps that the index was brought to. */
    private int stamped = -1;
    private int changedSinceCount;
    private volatile DocumentFrequencies frequencies = new DocumentFrequencies(0, Map.of());
    private volatile int release = -1;
    private final AtomicInteger generation = new AtomicInteger();
    private boolean available = true;
    private boolean everAvailable;

    IndexFollower(LiveSites sites, GuideIndex index, IndexedGuides guides, CoInterests coInterests) {
        super("search-index", Duration.ZERO, RETRY);
        this.sites = sites;
        this.index = index;
        this.guides = guides;
        this.coInterests = coInterests;
    }

    /** In how many guides each stem stands. */
    DocumentFrequencies frequencies() {
        return frequencies;
    }

    /** The release that the index agrees with; -1 while that is not known. */
    int release() {
        return release;
    }

    /** Changes with every change of what the index holds or the quiz takers tell, and when the engine goes away or comes back. */
    int generation() {
        return generation.get();
    }

    @EventListener
    void on(SiteReleased event) {
        soon(() -> guarded(this::follow));
    }

    /** Brings the index up to the live site, and from time to time looks whether it still holds what it should. */
    void tick() {
        if (++ticks % RECHECK_EVERY == 0) {
            recheck();
        }
        if (coInterests.refresh()) {
            generation.incrementAndGet();
        }
        follow();
    }

    private void recheck() {
        Map<String, String> known = indexed;
        try {
            if (known != null && index.count() != known.size()) {
                LOG.warn("The search index does not hold what was put into it; reading it again");
                forget();
            }
        } catch (SearchUnavailableException failure) {
            lost(failure);
        }
    }

    private void follow() {
        LiveSite site = sites.latest();
        int stamps = guides.generation();
        if (site.release() == release && (stamps == stamped || !isTimeForStamps())) {
            return;
        }
        try {
            Map<String, String> known = indexed;
            if (known == null) {
                index.create();
                known = index.stamps();
                indexed = known;
                changedSinceCount = known.size() + 1;
                generation.incrementAndGet();
            }
            int changed = bring(known, site);
            changedSinceCount += changed;
            if (changedSinceCount > DRIFT * known.size()) {
                frequencies = index.frequencies();
                changedSinceCount = 0;
            }
            if (release < 0) {
                index.open();
            }
            if (changed > 0) {
                generation.incrementAndGet();
            }
            stamped = stamps;
            standAt(site.release());
            if (changed > 0 || !available) {
                LOG.info("The search index is at release {}, {} guides ({} changed)", release, known.size(), changed);
            }
            available = true;
            everAvailable = true;
        } catch (SearchUnavailableException failure) {
            lost(failure);
        }
    }

    /** While many guides are being embedded, those that are done come in only from time to time, as every change has answers made again. */
    private boolean isTimeForStamps() {
        return guides.isSettled() || ticks % RECHECK_EVERY == 0;
    }

    private int bring(Map<String, String> known, LiveSite site) {
        Map<String, LiveDocument> wanted = new HashMap<>();
        site.ofType(GuideTexts.TYPE).values().forEach(guide -> wanted.put(guide.id(), guide));
        List<LiveDocument> stale = wanted.values().stream()
                .filter(guide -> !guides.stamp(guide).equals(known.get(guide.id()))).toList();
        for (int from = 0; from < stale.size(); from += BATCH) {
            List<GuideIndex.Guide> batch = guides.of(stale.subList(from, Math.min(from + BATCH, stale.size())));
            index.put(batch);
            batch.forEach(guide -> {
                known.put(guide.id(), guide.stamp());
                frequencies.add(guide.stems());
            });
        }
        List<String> gone = new ArrayList<>(known.keySet());
        gone.removeAll(wanted.keySet());
        if (!gone.isEmpty()) {
            index.remove(gone);
            gone.forEach(known::remove);
        }
        return stale.size() + gone.size();
    }

    private void lost(SearchUnavailableException failure) {
        if (everAvailable && available) {
            LOG.warn("Elasticsearch does not answer ({}); related careers are pins and what it told last until it does",
                    String.valueOf(failure.getCause()));
        } else if (available) {
            LOG.info("Elasticsearch does not answer yet; related careers are pins until it does");
        }
        available = false;
        forget();
    }

    private void forget() {
        indexed = null;
        standAt(-1);
    }

    private void standAt(int now) {
        boolean turns = (release < 0) != (now < 0);
        release = now;
        if (turns) {
            generation.incrementAndGet();
        }
    }

    @Override
    protected void turn() {
        guarded(this::tick);
    }

    /** A step that fails for a reason of its own must not end the ones to come. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.error("The search index cannot follow; trying again", failure);
            forget();
        }
    }
}
