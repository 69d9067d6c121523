package io.guidepost.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An index in memory. */
public class FakeSiteIndex implements SiteIndex {

    /** What it holds: stamps by id. */
    public final Map<String, String> held = new ConcurrentHashMap<>();
    /** Whether the engine is away. */
    public volatile boolean away;
    /** Why it takes nothing; null: it does. */
    public volatile @Nullable String refusal;
    /** Whether there is another index that can be asked. */
    public volatile boolean lent;
    /** What it cannot take. */
    public final Set<String> unfit = new HashSet<>();
    /** How many entries at once it can take in before the server has lost patience. */
    public int pace = Integer.MAX_VALUE;
    /** How often it was opened. */
    public int openings;
    /** How often it was kept. */
    public int keeps;
    private @Nullable Map<String, String> beside;

    /** Fails while the engine is away. */
    protected final void reach() {
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
        openings++;
    }

    @Override
    public boolean borrow() {
        reach();
        return lent;
    }

    @Override
    public void keep() {
        reach();
        keeps++;
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
    public void refresh() {
        reach();
    }

    @Override
    public Written put(Collection<Entry> entries) {
        return put(entries, held);
    }

    private Written put(Collection<Entry> entries, Map<String, String> store) {
        reach();
        if (entries.size() > pace) {
            throw new SearchUnavailableException(new IllegalStateException("late"));
        }
        Set<String> done = new TreeSet<>();
        Map<String, String> refused = new HashMap<>();
        for (Entry entry : entries) {
            if (unfit.contains(entry.id())) {
                refused.put(entry.id(), "unfit");
            } else if (refusal == null) {
                store.put(entry.id(), entry.stamp());
                done.add(entry.id());
            }
        }
        return new Written(done, refused, refusal);
    }

    @Override
    public Written remove(Collection<String> ids) {
        reach();
        if (refusal != null) {
            return new Written(Set.of(), Map.of(), refusal);
        }
        ids.forEach(held::remove);
        return new Written(Set.copyOf(ids), Map.of(), null);
    }

    @Override
    public EntryStore beside() {
        reach();
        Map<String, String> store = new HashMap<>();
        beside = store;
        return new EntryStore() {
            @Override
            public Written put(Collection<Entry> entries) {
                return FakeSiteIndex.this.put(entries, store);
            }

            @Override
            public Written remove(Collection<String> ids) {
                reach();
                ids.forEach(store::remove);
                return new Written(Set.copyOf(ids), Map.of(), null);
            }

            @Override
            public void refresh() {
                reach();
            }
        };
    }

    @Override
    public void takeOver() {
        reach();
        Map<String, String> next = beside;
        if (next != null) {
            held.clear();
            held.putAll(next);
        }
    }
}
