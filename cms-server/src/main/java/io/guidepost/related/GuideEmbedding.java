package io.guidepost.related;

import io.guidepost.background.RecurringWork;
import io.guidepost.related.embedding.EmbeddingModel;
import io.guidepost.related.embedding.ParagraphVectors;
import io.guidepost.related.embedding.Vectors;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Embeds guides once they are live, one after the other and beside everything else: no release and no question waits for it. What was embedded is
 * kept for good. The model leaves the memory when there has been nothing to embed for a while; while it fails, it is tried again from time
 * to time.
 */
@Component
class GuideEmbedding extends RecurringWork implements LiveVectors {

    private static final Logger LOG = LoggerFactory.getLogger(GuideEmbedding.class);
    /** Servers answer first; that they know the vectors of their guides can wait. */
    private static final Duration DELAY = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After so long it pauses, so that many guides to embed leave the processors to others for a third of the time. */
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    /** So often it looks whether another server has moved the centre. */
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int PARAGRAPHS_KEPT = 2_000;
    private static final int BATCH = 100;
    /** By what share the guides must have changed for a new centre. */
    private static final double DRIFT = 0.25;

    private final LiveSites sites;
    private final Guides texts;
    private final GuideVectors vectors;
    private final ParagraphVectors paragraphs;
    private final int dimensions;
    private final Clock clock;
    private final boolean enabled;
    private final Set<String> embedded = ConcurrentHashMap.newKeySet();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile Centre centre = Centre.NONE;
    private volatile boolean resting = true;
    private volatile boolean known;
    /** The release whose guides are all embedded; -1: none that is known. */
    private int done = -1;
    private int changedSinceCentre;
    private Instant lastUse = Instant.EPOCH;
    private Instant looked = Instant.EPOCH;
    private volatile @Nullable Instant failed;

    @Autowired
    GuideEmbedding(LiveSites sites, Guides texts, GuideVectors vectors, EmbeddingModel model, Clock clock,
            RelatedProperties properties) {
        this(sites, texts, vectors, model, clock, properties.embeddings().enabled());
    }

    GuideEmbedding(LiveSites sites, Guides texts, GuideVectors vectors, EmbeddingModel model, Clock clock,
            boolean enabled) {
        super("guide-embedding", DELAY, PAUSE);
        this.sites = sites;
        this.texts = texts;
        this.vectors = vectors;
        this.paragraphs = new ParagraphVectors(model, PARAGRAPHS_KEPT);
        this.dimensions = model.dimensions();
        this.clock = clock;
        this.enabled = enabled;
    }

    @Override
    public int dimensions() {
        return Centre.parts() * dimensions;
    }

    @Override
    public boolean has(String publication) {
        know();
        return embedded.contains(publication);
    }

    @Override
    public Centre centre() {
        know();
        return centre;
    }

    @Override
    public Map<String, float[]> of(Collection<String> publications) {
        Centre current = centre();
        List<String> there = publications.stream().filter(embedded::contains).toList();
        return there.isEmpty()
                ? Map.of()
                : vectors.load(there).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, vector -> current
                        .centred(vector.getValue())));
    }

    @Override
    public int generation() {
        return generation.get();
    }

    @Override
    public boolean isResting() {
        return resting;
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Whether it was tried in vain, and is to be tried again. */
    boolean isFailing() {
        return failed != null;
    }

    /** How many live guides are not embedded yet. */
    long waiting() {
        return sites.latest().ofType(GuideTexts.TYPE).values().stream()
                .filter(guide -> !embedded.contains(guide.publication()))
                .count();
    }

    @Override
    protected void turn() {
        Instant last = failed;
        if (!enabled || (last != null && clock.instant().isBefore(last.plus(RETRY)))) {
            return;
        }
        try {
            step();
            failed = null;
        } catch (RuntimeException failure) {
            if (failed == null) {
                LOG.warn("Guides cannot be embedded; related careers are found by what else is known of them", failure);
            }
            failed = clock.instant();
            resting = true;
        }
    }

    /** Embeds what is not embedded yet, and lets the model go when that was nothing for a while. */
    void step() {
        know();
        LiveSite site = sites.latest();
        Instant now = clock.instant();
        if (site.release() != done || now.isAfter(looked.plus(LOOK))) {
            looked = now;
            resting = false;
            boolean all = embed(site);
            settle(site);
            if (all) {
                done = site.release();
                resting = true;
            }
        }
        if (paragraphs.isAwake() && lastUse.plus(IDLE).isBefore(clock.instant())) {
            paragraphs.rest();
        }
    }

    /** Learns what was embedded before this server started; whoever asks earlier would take all guides for guides without a vector. */
    private void know() {
        if (!known && enabled) {
            learn();
        }
    }

    private synchronized void learn() {
        if (!known) {
            embedded.addAll(vectors.publications());
            centre = vectors.centre();
            known = true;
        }
    }

    /** Embeds what went live last first, for the time of a turn; gives whether that was all. */
    private boolean embed(LiveSite site) {
        Instant end = clock.instant().plus(TURN);
        List<LiveDocument> missing = site.ofType(GuideTexts.TYPE).values().stream()
                .filter(guide -> !embedded.contains(guide.publication()))
                .sorted(Comparator.comparing(LiveDocument::publishedAt).reversed()).toList();
        for (LiveDocument guide : missing) {
            if (isStopping() || clock.instant().isAfter(end)) {
                return false;
            }
            GuideText text = Objects.requireNonNull(texts.of(List.of(guide)).get(guide.publication()));
            vectors.keep(guide.publication(), Centre.whole(text, paragraphs::of, dimensions));
            embedded.add(guide.publication());
            changedSinceCentre++;
            lastUse = clock.instant();
            generation.incrementAndGet();
        }
        return true;
    }

    /** Looks whether the centre still holds, and drops the vectors of what is no longer live once they are many. */
    private void settle(LiveSite site) {
        List<String> live = site.ofType(GuideTexts.TYPE).values().stream().map(LiveDocument::publication)
                .filter(embedded::contains).toList();
        Centre newest = vectors.centre();
        int drift = Math.max(changedSinceCentre, Math.abs(live.size() - newest.guides()));
        if (drift > DRIFT * newest.guides()) {
            boolean _ = vectors.advance(new Centre(newest.number() + 1, live.size(), mean(live)));
            newest = vectors.centre();
            changedSinceCentre = 0;
        }
        if (newest.number() != centre.number()) {
            centre = newest;
            generation.incrementAndGet();
        }
        if (embedded.size() > 2 * live.size() + BATCH) {
            List<String> old = new ArrayList<>(embedded);
            old.removeAll(Set.copyOf(live));
            embedded.removeAll(Set.copyOf(old));
            vectors.drop(old);
        }
    }

    private float[] mean(List<String> publications) {
        float[] mean = new float[dimensions()];
        for (int from = 0; from < publications.size(); from += BATCH) {
            vectors.load(publications.subList(from, Math.min(from + BATCH, publications.size()))).values()
                    .forEach(vector -> Vectors.add(mean, vector, 1.0 / publications.size()));
        }
        return mean;
    }

    @Override
    public void stop() {
        super.stop();
        paragraphs.rest();
    }
}
