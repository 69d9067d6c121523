package io.guidepost.work;

import io.guidepost.background.RecurringWork;
import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Changed;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings changed working copies into their index, also those that changed while the search engine was away. Several servers may do so at
 * once.
 */
@Component
class WorkFollower extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFollower.class);
    /** After so many looks at what has changed, one at whether the index is still there, and whether its problems are still true. */
    private static final int RECHECK_EVERY = 20;

    private final ChangedDocuments changes;
    private final Documents documents;
    private final WorkEntries entries;
    private final WorkIndex index;
    private final WorkProperties properties;
    private final Clock clock;
    /** Changes that are under way, and since when that is known. Touched by one thread alone, as what follows. */
    private final Map<Changed, Instant> underWay = new HashMap<>();
    private boolean prepared;
    private boolean rechecking;
    private int ticks;
    private int batch;
    private volatile boolean available;
    private volatile @Nullable Instant caughtUp;

    WorkFollower(ChangedDocuments changes, Documents documents, WorkEntries entries, WorkIndex index,
            WorkProperties properties, Clock clock) {
        super("work-index", Duration.ZERO, properties.poll());
        this.changes = changes;
        this.documents = documents;
        this.entries = entries;
        this.index = index;
        this.properties = properties;
        this.clock = clock;
        this.batch = properties.batch();
    }

    /** Whether the search engine answered when it was last asked. */
    boolean available() {
        return available;
    }

    /** Every change made until then is in the index; null: not known. */
    @Nullable
    Instant caughtUp() {
        return caughtUp;
    }

    /** Does all that there is to do now. */
    void tick() {
        try {
            if (!prepared || ++ticks % RECHECK_EVERY == 0) {
                prepared = prepare();
                found();
            }
            while (prepared && !isStopping() && round()) {
                found();
            }
            if (prepared && !isStopping() && (rechecking || ticks % RECHECK_EVERY == 0)) {
                rechecking = recheck();
            }
        } catch (SearchUnavailableException failure) {
            lost(failure);
        }
    }

    /** Whether this server is to keep the index. */
    private boolean prepare() {
        return switch (index.prepare()) {
            case NEW -> {
                LOG.info("The index of working copies is made anew");
                changes.startOver(Follower.SEARCH);
                index.begun();
                yield true;
            }
            case BEGUN -> true;
            case NEWER -> {
                caughtUp = clock.instant();
                yield false;
            }
        };
    }

    /** Indexes some of what has changed; whether there may be more. */
    private boolean round() {
        Instant now = clock.instant();
        int limit = batch + underWay.size();
        List<Changed> pending = changes.pending(Follower.SEARCH, limit);
        boolean isAll = pending.size() < limit;
        if (isAll) {
            // Another server may have seen to it, and a document that is changed once more has another mark.
            underWay.keySet().retainAll(Set.copyOf(pending));
        }
        List<Changed> fresh = pending.stream().filter(change -> !underWay.containsKey(change)).limit(batch).toList();
        List<Changed> due = Stream.concat(fresh.stream(), pending.stream().filter(underWay::containsKey)
                .limit(batch - fresh.size())).toList();
        List<Changed> settled = due.isEmpty() ? List.of() : index(due, now);
        settled.forEach(this::done);
        if (isAll && fresh.size() < batch && underWay.isEmpty()) {
            caughtUp = now;
        }
        return fresh.size() == batch || settled.size() == batch;
    }

    /** Indexes documents as they are now; returns the changes that are dealt with by that. */
    private List<Changed> index(List<Changed> due, Instant now) {
        Map<DocumentId, Document> heads = documents.findAll(due.stream().map(Changed::document).toList());
        List<Document> present = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<Changed> settled = new ArrayList<>();
        for (Changed change : due) {
            Document head = heads.get(change.document());
            Instant since = underWay.get(change);
            boolean isReached = (head == null ? 0 : head.version()) >= change.version();
            boolean isCutOff = since != null && !since.plus(properties.patience()).isAfter(now);
            if (isReached || isCutOff) {
                settled.add(change);
                if (head == null && change.version() != 1) {
                    gone.add(change.document().value());
                }
            } else if (since == null) {
                underWay.put(change, now);
            } else {
                // Nothing has come of it since it was looked at last.
                continue;
            }
            if (head != null) {
                present.add(head);
            }
        }
        index.put(entries.of(present), gone);
        return settled;
    }

    /**
     * Indexes some of what has not changed for long, since problems lie in other documents, in figures and in the calendar as well;
     * whether there may be more.
     */
    private boolean recheck() {
        List<String> old = index.checkedBefore(clock.instant().minus(properties.recheck()), batch);
        if (old.isEmpty()) {
            return false;
        }
        Map<DocumentId, Document> heads = documents.findAll(old.stream().map(DocumentId::new).toList());
        List<WorkEntry> current = entries.of(heads.values());
        index.put(current, old.stream().filter(id -> !heads.containsKey(new DocumentId(id))).toList());
        return old.size() == batch && !current.isEmpty();
    }

    private void done(Changed change) {
        changes.done(Follower.SEARCH, change);
        underWay.remove(change);
    }

    private void found() {
        if (!available) {
            LOG.info("Working copies can be searched");
        }
        available = true;
        batch = Math.min(properties.batch(), batch * 2);
    }

    private void lost(SearchUnavailableException failure) {
        if (available) {
            LOG.warn("Elasticsearch does not answer ({}); working copies cannot be searched until it does",
                    String.valueOf(failure.getCause()));
        }
        available = false;
        prepared = false;
        batch = Math.max(1, batch / 2);
    }

    /** A step that fails for a reason of its own must not end the ones to come. */
    @Override
    protected void turn() {
        try {
            tick();
        } catch (RuntimeException failure) {
            LOG.error("The index of working copies cannot follow; trying again", failure);
            prepared = false;
        }
    }
}
