package io.guidepost.related;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.related.GuideIndex.Question;
import io.guidepost.index.SearchUnavailableException;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Knows which guides the search engine finds like which. What it was told once is given at once from then on; when the index has changed, the
 * engine is asked again beside it, by few threads, so that a slow engine slows no reader. Readers wait for what was never asked before, and
 * only for a moment.
 */
@Component
class SimilarGuides implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SimilarGuides.class);
    /** So many are asked for, as some may be excluded or not live on the site that is read. */
    static final int RANKED = 100;
    private static final int GUIDES = 20_000;
    private static final int ASKERS = 2;
    /** How long a reader waits for what was never asked before. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final GuideIndex index;
    private final GuideFollower follower;
    private final Function<LiveDocument, Question> questions;
    private final LiveSites sites;
    private final Duration patience;
    private final Duration retry;
    private final Cache<String, Told> told = Caffeine.newBuilder().maximumSize(GUIDES).build();
    private final ConcurrentHashMap<String, CompletableFuture<List<String>>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final ExecutorService askers = Executors.newFixedThreadPool(ASKERS,
            Thread.ofPlatform().name("similar-guides-", 1).daemon().factory());
    /** Whether the last reader to wait did so in vain, and the engine has told nothing in good time since: nobody waits then. */
    private volatile boolean struggling;
    /** Nanoseconds that it has taken to be told lately, smoothed. */
    private volatile long usual;

    @Autowired
    SimilarGuides(GuideIndex index, GuideFollower follower, Questions questions, LiveSites sites) {
        this(index, follower, questions::about, sites, PATIENCE, RETRY);
    }

    SimilarGuides(GuideIndex index, GuideFollower follower, Function<LiveDocument, Question> questions, LiveSites sites,
            Duration patience, Duration retry) {
        this.index = index;
        this.follower = follower;
        this.questions = questions;
        this.sites = sites;
        this.patience = patience;
        this.retry = retry;
    }

    /** What the engine told, and of which generation of the index. */
    private record Told(List<String> ids, int generation) {}

    /**
     * The guides like one.
     *
     * @param ids their document ids, the closest first
     * @param degraded whether the engine was away, so that these are what it told last, or none, or does not take what is new
     */
    record Similar(List<String> ids, boolean degraded) {}

    /** The guides like one that is live on a site. */
    Similar to(LiveDocument guide, LiveSite site) {
        Told last = told.getIfPresent(guide.id());
        if (!follower.isSearchable()) {
            return new Similar(last == null ? List.of() : last.ids(), true);
        }
        if (last != null && last.generation() == follower.generation()) {
            return new Similar(last.ids(), follower.isDegraded());
        }
        CompletableFuture<List<String>> answer = ask(guide.id(), site);
        return last == null ? awaited(answer) : new Similar(last.ids(), follower.isDegraded());
    }

    /** Changes whenever the same question may get another answer: when the index has changed, and when what was told about it has. */
    int generation() {
        return follower.generation() + changes.get();
    }

    private Similar awaited(CompletableFuture<List<String>> answer) {
        if (answer.isDone() || isWorthWaiting()) {
            try {
                return new Similar(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), follower.isDegraded());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException | ExecutionException failure) {
                struggling = true;
            }
        }
        return new Similar(List.of(), true);
    }

    /** Whether the engine most likely tells what it was asked for before a reader's patience ends. */
    private boolean isWorthWaiting() {
        return !struggling && usual * asked.size() / ASKERS <= patience.toNanos();
    }

    private CompletableFuture<List<String>> ask(String guide, LiveSite site) {
        return asked.computeIfAbsent(guide, _ -> {
            CompletableFuture<List<String>> answer = new CompletableFuture<>();
            askers.execute(() -> ask(guide, site, answer));
            return answer;
        });
    }

    private void ask(String guide, LiveSite site, CompletableFuture<List<String>> answer) {
        int generation = follower.generation();
        long start = System.nanoTime();
        try {
            List<String> ids = index.similar(questions.apply(today(guide, site)), RANKED).stream()
                    .map(id -> shared(id, site)).toList();
            note(guide, new Told(ids, generation));
            took(System.nanoTime() - start);
            asked.remove(guide);
            answer.complete(ids);
            if (generation != follower.generation()) {
                again(guide, site);
            }
        } catch (RuntimeException failure) {
            asked.remove(guide);
            answer.completeExceptionally(failure);
            if (failure instanceof SearchUnavailableException) {
                follower.look();
            } else {
                LOG.error("What is like {} cannot be asked", guide, failure);
            }
            if (follower.isSearchable()) {
                CompletableFuture.delayedExecutor(retry.toMillis(), TimeUnit.MILLISECONDS, askers)
                        .execute(() -> again(guide, site));
            }
        }
    }

    /** The guide as it is live today; where it is no longer, as it was on the site that is read. */
    private LiveDocument today(String guide, LiveSite site) {
        return sites.latest().byId(guide).or(() -> site.byId(guide)).orElseThrow();
    }

    private void took(long nanos) {
        usual = (3 * usual + nanos) / 4;
        if (nanos <= patience.toNanos()) {
            struggling = false;
        }
    }

    private void again(String guide, LiveSite site) {
        CompletableFuture<List<String>> _ = ask(guide, site);
    }

    private void note(String guide, Told now) {
        Told before = told.asMap().put(guide, now);
        if (before == null || !before.ids().equals(now.ids())) {
            changes.incrementAndGet();
        }
    }

    /** The same string that the site has, so that the guides' lists do not each hold ids of their own. */
    private static String shared(String id, LiveSite site) {
        return site.byId(id).map(LiveDocument::id).orElse(id);
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }
}
