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
    private static final int BATCH = 200;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int RECHECK_EVERY = 10;

    private final LiveSites sites;
    private final GuideIndex index;
    private final Guides texts;
    /** What the index holds, publications by document id; null: not known. Touched by the work's one thread alone. */
    private @Nullable Map<String, String> indexed;
    private int ticks;
    private volatile int release = -1;
    private final AtomicInteger generation = new AtomicInteger();
    private boolean available = true;
    private boolean everAvailable;

    IndexFollower(LiveSites sites, GuideIndex index, Guides texts) {
        super("search-index", Duration.ZERO, RETRY);
        this.sites = sites;
        this.index = index;
        this.texts = texts;
    }

    /** The release that the index agrees with; -1 while that is not known. */
    int release() {
        return release;
    }

    /** Changes with every change of what the index holds, and when the engine goes away or comes back. */
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
        if (site.release() == release) {
            return;
        }
        try {
            Map<String, String> known = indexed;
            if (known == null) {
                index.create();
                known = index.publications();
                indexed = known;
                generation.incrementAndGet();
            }
            int changed = bring(known, site);
            if (changed > 0) {
                generation.incrementAndGet();
            }
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

    private int bring(Map<String, String> known, LiveSite site) {
        Map<String, LiveDocument> wanted = new HashMap<>();
        site.ofType(GuideTexts.TYPE).values().forEach(guide -> wanted.put(guide.id(), guide));
        List<LiveDocument> stale = wanted.values().stream()
                .filter(guide -> !guide.publication().equals(known.get(guide.id()))).toList();
        for (int from = 0; from < stale.size(); from += BATCH) {
            List<LiveDocument> batch = stale.subList(from, Math.min(from + BATCH, stale.size()));
            index.put(texts.of(batch));
            batch.forEach(guide -> known.put(guide.id(), guide.publication()));
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
