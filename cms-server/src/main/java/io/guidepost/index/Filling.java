package io.guidepost.index;

import io.guidepost.release.LiveSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to stores, and removes from them, what makes them agree with the live site, and remembers what the engine does not take. Everything
 * but {@link #unfit} is for one thread.
 */
final class Filling {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int MORE = 10;
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final IndexedSite content;
    private final Clock clock;
    /** The stamps of entries that the engine does not take. */
    private final Map<String, String> unfitStamps = new HashMap<>();
    private volatile Map<String, String> unfit = Map.of();
    private int batch = MOST_AT_ONCE;
    private Instant told;

    Filling(IndexedSite content, Clock clock) {
        this.content = content;
        this.clock = clock;
        this.told = clock.instant();
    }

    /** Is told how far a store is, batch by batch. */
    interface Progress {

        /** Whether to go on with the next batch. */
        boolean goesOn();

        /**
         * Tells that entries were written.
         *
         * @param held how many entries the store holds by now
         * @param wanted how many it should hold
         */
        void written(List<Entry> entries, int held, int wanted);
    }

    /** Why the engine does not take entries, by id. */
    Map<String, String> unfit() {
        return unfit;
    }

    /** Has entries tried again that the engine did not take. */
    void tryAgain() {
        unfitStamps.clear();
    }

    /** Has less written at once; it becomes more again as long as it goes well. */
    void slowDown() {
        batch = Math.max(1, batch / 2);
    }

    /**
     * Brings a store up to a site.
     *
     * @param known what it holds, stamps by id; kept true
     * @param wanted what it should hold, stamps by id
     * @return how many entries were written and removed
     * @throws WritesRefusedException if the engine takes nothing that is new
     * @throws SearchUnavailableException if it is away
     */
    int bring(EntryStore store, Map<String, String> known, LiveSite site, Map<String, String> wanted,
            Progress progress) {
        List<String> stale = wanted.entrySet().stream().filter(entry -> !entry.getValue().equals(known.get(entry
                .getKey())) && !entry.getValue().equals(unfitStamps.get(entry.getKey()))).map(Map.Entry::getKey)
                .toList();
        int from = 0;
        while (from < stale.size() && progress.goesOn()) {
            List<String> ids = stale.subList(from, Math.min(from + batch, stale.size()));
            Written written = write(content.entries(site, ids), store, known, wanted.size(), progress);
            require(written);
            from += ids.size();
            tell(stale.size() - from, wanted.size());
            batch = Math.min(MOST_AT_ONCE, batch + MORE);
        }
        List<String> gone = new ArrayList<>(known.keySet());
        gone.removeAll(wanted.keySet());
        if (!gone.isEmpty() && progress.goesOn()) {
            Written written = store.remove(gone);
            written.done().forEach(known::remove);
            require(written);
        }
        if (from + gone.size() > 0) {
            store.refresh();
        }
        forgetAllBut(wanted);
        return from + gone.size();
    }

    private Written write(List<Entry> entries, EntryStore store, Map<String, String> known, int wanted,
            Progress progress) {
        Written written = store.put(entries);
        List<Entry> done = entries.stream().filter(entry -> written.done().contains(entry.id())).toList();
        done.forEach(entry -> known.put(entry.id(), entry.stamp()));
        refuse(entries, written.unfit());
        progress.written(done, known.size(), wanted);
        return written;
    }

    private void refuse(List<Entry> entries, Map<String, String> reasons) {
        Map<String, String> left = new HashMap<>(unfit);
        for (Entry entry : entries) {
            String reason = reasons.get(entry.id());
            if (reason == null) {
                unfitStamps.remove(entry.id());
                left.remove(entry.id());
            } else {
                LOG.error("Elasticsearch cannot take the entry {} of the index of {}: {}", entry.id(), content.name(),
                        reason);
                unfitStamps.put(entry.id(), entry.stamp());
                left.put(entry.id(), reason);
            }
        }
        note(left);
    }

    private void forgetAllBut(Map<String, String> wanted) {
        if (!unfit.isEmpty()) {
            unfitStamps.keySet().retainAll(wanted.keySet());
            Map<String, String> left = new HashMap<>(unfit);
            left.keySet().retainAll(wanted.keySet());
            note(left);
        }
    }

    private void note(Map<String, String> left) {
        if (!left.equals(unfit)) {
            unfit = Map.copyOf(left);
        }
    }

    private static void require(Written written) {
        if (written.refusal() != null) {
            throw new WritesRefusedException(written.refusal());
        }
    }

    private void tell(int left, int wanted) {
        Instant now = clock.instant();
        if (left == 0) {
            told = now;
        } else if (now.isAfter(told.plus(TELL_EVERY))) {
            told = now;
            LOG.info("The index of {} is being filled: {}", content.name(),
                    String.format(Locale.ROOT, "%,d of %,d", wanted - left, wanted));
        }
    }
}
