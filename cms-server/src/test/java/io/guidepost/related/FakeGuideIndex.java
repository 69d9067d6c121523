package io.guidepost.related;

import io.guidepost.index.FakeSiteIndex;
import io.guidepost.index.SearchUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An index in memory. It counts the searches, and finds all guides that it holds like any one unless it is told which are. */
public final class FakeGuideIndex extends FakeSiteIndex implements GuideIndex {

    volatile @Nullable List<String> similar;
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

    @Override
    public DocumentFrequencies frequencies() {
        reach();
        return new DocumentFrequencies(held.size(), Map.of());
    }

    @Override
    public Set<String> quizRoles() {
        return Set.of();
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
