package io.guidepost.index;

import io.guidepost.background.RecurringWork;
import io.guidepost.index.Standing.Condition;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.SiteReleased;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Keeps an index equal to the live site: after every release, and again by itself once the search engine was away, slow, refused writes or came
 * back with less than it had.
 */
public class IndexFollower extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int RECOUNT_EVERY = 10;
    private static final Duration COMPARE_EVERY = Duration.ofMinutes(5);
    private static final Duration KEEP_EVERY = Duration.ofMinutes(10);
    /** The share of its entries that an index must hold to be searched though it is not full. */
    private static final double ENOUGH = 0.9;

    private final LiveSites sites;
    private final SiteIndex index;
    private final IndexedSite content;
    private final Clock clock;
    private final Filling filling;
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicInteger generation = new AtomicInteger();
    private CompletableFuture<?> rebuilding = CompletableFuture.completedFuture(0);
    private volatile Standing standing;
    /** What the index holds, stamps by id; null: not known. Touched by the work's one thread alone, as what follows. */
    private @Nullable Map<String, String> indexed;
    private boolean opened;
    private boolean everAvailable;
    /** The generation of the stamps that the index was brought to; null: it has to be brought up to them. */
    private @Nullable Integer stamped;
    private int ticks;
    private Instant compared;
    private Instant kept = Instant.EPOCH;

    /**
     * Describes what is kept equal to what.
     *
     * @param sites the live site
     * @param index the index
     * @param content what it holds of the site
     * @param clock tells how long ago things were
     */
    protected IndexFollower(LiveSites sites, SiteIndex index, IndexedSite content, Clock clock) {
        super(content.name() + "-index", Duration.ZERO, RETRY);
        this.sites = sites;
        this.index = index;
        this.content = content;
        this.clock = clock;
        this.filling = new Filling(content, clock);
        this.compared = clock.instant();
        this.standing = new Standing(Condition.AWAY, clock.instant(), "Elasticsearch has not answered yet.", false, -1,
                0, 0);
    }

    /** The index itself is being brought up to a site. */
    private final class SearchedProgress implements Filling.Progress {

        @Override
        public boolean goesOn() {
            return !isStopping();
        }

        @Override
        public void written(List<Entry> entries, int held, int wanted) {
            if (opened) {
                IndexFollower.this.written(entries);
            }
            standing = standing.holding(held, wanted);
        }
    }

    /** An index beside it is being filled, while the index itself goes on to follow. */
    private final class BesideProgress implements Filling.Progress {

        @Override
        public boolean goesOn() {
            return !isStopping();
        }

        @Override
        public void written(List<Entry> entries, int held, int wanted) {
            follow();
        }
    }

    /** What operators call the index. */
    final String name() {
        return content.name();
    }

    final Standing standing() {
        return standing;
    }

    /** Why the engine does not take entries, by id. */
    final Map<String, String> unfit() {
        return filling.unfit();
    }

    /** The release that the index agrees with; -1 while that is not known. */
    public final int release() {
        return standing.release();
    }

    /** Changes whenever the same question may get another answer: with what the index holds, and when the engine goes away or comes back. */
    public final int generation() {
        return generation.get();
    }

    /** Whether there is an index that questions can be asked of. */
    public final boolean isSearchable() {
        return standing.searchable();
    }

    /** Whether answers are fewer, or older, than they should be. */
    public final boolean isDegraded() {
        return standing.isDegraded();
    }

    /** Looks at once whether the engine is there and holds what it should. To be called when it has not answered a question. */
    public final void look() {
        if (isRunning() && looking.compareAndSet(false, true)) {
            soon(() -> {
                looking.set(false);
                guarded(() -> {
                    recount();
                    follow();
                });
            });
        }
    }

    /** Compares the index with the live site, entry by entry, and repairs it. */
    final CompletableFuture<Checked> check() {
        return request(() -> {
            filling.tryAgain();
            return compare();
        });
    }

    /**
     * Fills an index anew beside the present one and has it take that one's place.
     *
     * @return is done when that is; the same for all who ask meanwhile
     */
    public final synchronized CompletableFuture<?> rebuild() {
        if (rebuilding.isDone()) {
            rebuilding = request(this::fillAnew);
        }
        return rebuilding;
    }

    private <T> CompletableFuture<T> request(Supplier<T> step) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        requests.add(() -> {
            try {
                answer.complete(step.get());
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure instanceof WritesRefusedException
                        ? new SearchUnavailableException(failure)
                        : failure);
                throw failure;
            }
        });
        soon(() -> guarded(this::serve));
        return answer;
    }

    /** Has the index brought up to a site that was released. */
    @EventListener
    public final void on(SiteReleased event) {
        soon(() -> guarded(this::follow));
    }

    /** Looks at what questions are made with besides the index; gives whether it has changed. It is called before every turn. */
    protected boolean refresh() {
        return false;
    }

    /** Tells that entries were written to the index that is asked. */
    protected void written(Collection<Entry> entries) {}

    /** Tells that questions go to another index from now on, or to one that may have changed much. It may be asked already. */
    protected void opened() {}

    /** Tells that entries of the index that is asked were written or removed, and are found now. */
    protected void brought(int changed, int held) {}

    @Override
    protected void turn() {
        guarded(this::tick);
    }

    /** Brings the index up to the live site, and from time to time looks whether it still holds what it should. */
    public final void tick() {
        ticks++;
        if (ticks % RECOUNT_EVERY == 0) {
            recount();
        }
        if (refresh()) {
            generation.incrementAndGet();
        }
        follow();
        serve();
        upkeep();
    }

    private void recount() {
        Map<String, String> known = indexed;
        trying(() -> {
            if (known != null && index.count() != known.size()) {
                LOG.warn("The index of {} does not hold what was put into it; reading it again", name());
                forget();
            }
        });
    }

    private void serve() {
        for (Runnable step = requests.poll(); step != null; step = requests.poll()) {
            trying(step);
        }
    }

    private void upkeep() {
        Instant now = clock.instant();
        if (indexed == null || !opened || standing.condition() != Condition.CURRENT) {
            return;
        }
        if (!now.isBefore(compared.plus(COMPARE_EVERY))) {
            trying(() -> {
                Checked _ = compare();
            });
        }
        if (!now.isBefore(kept.plus(KEEP_EVERY))) {
            kept = now;
            try {
                index.keep();
            } catch (SearchUnavailableException failure) {
                LOG.info("Indexes of {} that are not in use could not be removed: {}", name(),
                        String.valueOf(failure.getCause()));
            }
        }
    }

    private void follow() {
        trying(() -> {
            LiveSite site = sites.latest();
            int stamps = content.generation();
            Integer before = stamped;
            if (before == null || site.release() != standing.release() || (stamps != before && isTimeForStamps())) {
                int _ = bringUp(site, stamps);
            }
        });
    }

    /** While many entries get other stamps, those come in only from time to time, as every change has answers made again. */
    private boolean isTimeForStamps() {
        return content.isSettled() || ticks % RECOUNT_EVERY == 0;
    }

    /** Brings the index up to a site; gives how many entries were written and removed. */
    private int bringUp(LiveSite site, int stamps) {
        Map<String, String> known = indexed;
        if (known == null) {
            // Fails while the engine is away, and then there is no need to look at every document.
            index.create();
        }
        Map<String, String> wanted = content.stamps(site);
        if (known == null) {
            known = read(wanted);
        }
        int changed = filling.bring(index, known, site, wanted, new SearchedProgress());
        if (isStopping()) {
            return changed;
        }
        if (!opened) {
            open();
        } else if (changed > 0) {
            brought(changed, known.size());
            generation.incrementAndGet();
        }
        stamped = stamps;
        boolean back = standing.condition() != Condition.CURRENT;
        stand(standing.in(Condition.CURRENT, clock.instant(), "", true).at(site.release())
                .holding(known.size(), wanted.size()));
        if (changed > 0 || back) {
            LOG.info("The index of {} is at release {}, {} entries ({} changed)", name(), site.release(), known.size(),
                    changed);
        }
        everAvailable = true;
        return changed;
    }

    private Map<String, String> read(Map<String, String> wanted) {
        Map<String, String> known = index.stamps();
        indexed = known;
        opened = false;
        long held = wanted.keySet().stream().filter(known::containsKey).count();
        if (held >= ENOUGH * wanted.size()) {
            open();
        } else {
            boolean borrowed = index.borrow();
            if (borrowed) {
                opened();
            }
            generation.incrementAndGet();
            stand(standing.in(Condition.FILLING, clock.instant(), borrowed
                    ? "The index is being filled; until it is full, one of another version of the server is searched."
                    : "The index is being filled; until it is full, nothing is searched.", borrowed));
        }
        return known;
    }

    private void open() {
        index.open();
        opened();
        opened = true;
        kept = Instant.EPOCH;
        generation.incrementAndGet();
        if (!standing.searchable()) {
            stand(standing.in(Condition.CURRENT, clock.instant(), "", true));
        }
    }

    /** Compares what the index holds with the site, entry by entry, and repairs it. */
    private Checked compare() {
        compared = clock.instant();
        LiveSite site = sites.latest();
        int stamps = content.generation();
        int repaired = bringUp(site, stamps);
        Map<String, String> known = Objects.requireNonNull(indexed);
        Map<String, String> held = index.stamps();
        indexed = held;
        int missing = 0;
        int outdated = 0;
        for (Map.Entry<String, String> entry : known.entrySet()) {
            String stamp = held.get(entry.getKey());
            if (stamp == null) {
                missing++;
            } else if (!stamp.equals(entry.getValue())) {
                outdated++;
            }
        }
        int surplus = held.size() + missing - known.size();
        repaired += bringUp(site, stamps);
        Checked checked = new Checked(standing.release(), standing.held(), missing, outdated, surplus, repaired,
                unfit());
        if (!checked.isRight()) {
            LOG.warn("The index of {} did not agree with the live site: {} entries missing, {} outdated, {} too many",
                    name(), missing, outdated, surplus);
        }
        return checked;
    }

    private Standing fillAnew() {
        LOG.info("The index of {} is filled anew, beside the one that is searched meanwhile", name());
        EntryStore fresh = index.beside();
        filling.tryAgain();
        Map<String, String> held = new HashMap<>();
        LiveSite site;
        Map<String, String> wanted;
        int stamps;
        do {
            follow();
            stamps = content.generation();
            site = sites.latest();
            wanted = content.stamps(site);
            int _ = filling.bring(fresh, held, site, wanted, new BesideProgress());
        } while (site.release() != sites.latest().release() && !isStopping());
        if (!isStopping()) {
            index.takeOver();
            indexed = held;
            open();
            stamped = stamps;
            stand(standing.in(Condition.CURRENT, clock.instant(), "", true).at(site.release())
                    .holding(held.size(), wanted.size()));
            LOG.info("The index of {} was filled anew: release {}, {} entries", name(), site.release(), held.size());
        }
        return standing;
    }

    private void trying(Runnable step) {
        try {
            step.run();
        } catch (WritesRefusedException refusal) {
            stamped = null;
            if (standing.condition() != Condition.REFUSING) {
                LOG.warn("Elasticsearch refuses what is new in the index of {} ({}); it is searched as it is",
                        name(), refusal.getMessage());
            }
            stand(standing.in(Condition.REFUSING, clock.instant(), "Elasticsearch refuses writes.", standing
                    .searchable()));
        } catch (SearchUnavailableException failure) {
            lost(failure);
        }
    }

    private void lost(SearchUnavailableException failure) {
        filling.slowDown();
        if (everAvailable && !isStopping() && standing.condition() != Condition.AWAY) {
            LOG.warn(
                    "Elasticsearch does not answer about the index of {} ({}); what it told last is used until it does",
                    name(), String.valueOf(failure.getCause()));
        }
        forget();
        stand(standing.in(Condition.AWAY, clock.instant(), "Elasticsearch does not answer, or refuses to.", false));
    }

    /** What the index holds is not known from now on. */
    private void forget() {
        indexed = null;
        stamped = null;
    }

    private void stand(Standing next) {
        boolean turns = next.isDegraded() != standing.isDegraded() || next.searchable() != standing.searchable();
        standing = next;
        if (turns) {
            generation.incrementAndGet();
        }
    }

    /** A step that fails for a reason of its own must not end the ones to come. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (!isStopping()) {
                LOG.error("The index of {} cannot follow; trying again", name(), failure);
            }
            forget();
        }
    }
}
