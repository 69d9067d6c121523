package io.guidepost.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An index in memory. It counts the searches, and finds all guides that it holds like any one unless it is told which are. */
public final class FakeGuideIndex implements GuideIndex {

    final Map<String, String> held = new ConcurrentHashMap<>();
    volatile @Nullable List<String> similar;
    volatile boolean away;
    volatile boolean hangs;
    volatile int failures;
    final CountDownLatch hung = new CountDownLatch(1);
    private final AtomicInteger searches = new AtomicInteger();

    /** How many requests for similar guides have reached it. */
    public int searches() {
        return searches.get();
    }

    /** Until {@link #hung} lets go. */
    private void hang() {
        try {
            hung.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void reach() {
        if (away) {
            throw new SearchUnavailableException(new IllegalStateException("away"));
        }
    }

    @Override
    public void create() {
        reach();
    }

    @Override
    public void open() {
        reach();
    }

    @Override
    public DocumentFrequencies frequencies() {
        reach();
        return new DocumentFrequencies(held.size(), Map.of());
    }

    @Override
    public Map<String, String> stamps() {
        reach();
        return new HashMap<>(held);
    }

    @Override
    public long count() {
        reach();
        return held.size();
    }

    @Override
    public void put(Collection<Guide> guides) {
        reach();
        guides.forEach(guide -> held.put(guide.id(), guide.stamp()));
    }

    @Override
    public void remove(Collection<String> ids) {
        reach();
        ids.forEach(held::remove);
    }

    @Override
    public List<Match> explain(Question question, int limit) {
        return similar(question, limit).stream().map(id -> new Match(id, 1, Map.of(Part.TEXT, 1.0))).toList();
    }

    @Override
    public List<String> similar(Question question, int limit) {
        reach();
        if (hangs) {
            hang();
        }
        if (failures > 0) {
            failures--;
            throw new SearchUnavailableException(new IllegalStateException("failed"));
        }
        searches.incrementAndGet();
        return Objects.requireNonNullElseGet(similar, () -> held.keySet().stream().sorted().toList());
    }
}
