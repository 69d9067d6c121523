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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    /**
     * Changes that are under way, and since when that is known; those that were looked at last come last. Touched by one thread alone, as what
     * follows.
     */
    private final Map<Changed, Instant> underWay = new LinkedHashMap<>();
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

    /** What a look at a change has shown. */
    private enum Look {
        /** It is made, or was cut off. */
        SETTLED,
        /** It is under way, which is news. */
        FIRST,
        /** It is still under way. */
        IN_VAIN
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
        boolean areAll = pending.size() < limit;
        if (areAll) {
            // Another server may have seen to it, and a document that is changed once more has another mark.
            underWay.keySet().retainAll(Set.copyOf(pending));
        }
        List<Changed> fresh = pending.stream().filter(change -> !underWay.containsKey(change)).limit(batch).toList();
        int room = Math.max(batch - fresh.size(), Math.ceilDiv(batch, 2));
        List<Changed> again = underWay.keySet().stream().limit(room).toList();
        List<Changed> settled = index(Stream.concat(fresh.stream(), again.stream()).toList(), now);
        settled.forEach(this::done);
        if (areAll && fresh.size() < batch && underWay.isEmpty()) {
            caughtUp = now;
        }
        return fresh.size() == batch || (again.size() == room && again.stream().anyMatch(settled::contains));
    }

    /** Indexes documents as they are now; returns the changes that are dealt with by that. */
    private List<Changed> index(List<Changed> due, Instant now) {
        if (due.isEmpty()) {
            return List.of();
        }
        Map<DocumentId, Document> heads = documents.findAll(due.stream().map(Changed::document).toList());
        Map<Look, List<Changed>> looks = due.stream().collect(Collectors.groupingBy(change -> look(change,
                heads.get(change.document()), now)));
        List<Changed> settled = looks.getOrDefault(Look.SETTLED, List.of());
        List<Changed> begun = looks.getOrDefault(Look.FIRST, List.of());
        index.put(entries.of(Stream.concat(settled.stream(), begun.stream()).map(Changed::document).distinct()
                .map(heads::get).filter(Objects::nonNull).toList()),
                settled.stream().filter(change -> change.version() != 1).map(Changed::document)
                        .filter(document -> !heads.containsKey(document)).map(DocumentId::value).toList());
        begun.forEach(change -> underWay.put(change, now));
        looks.getOrDefault(Look.IN_VAIN, List.of()).forEach(change -> underWay.put(change, Objects.requireNonNull(
                underWay.remove(change))));
        return settled;
    }

    private Look look(Changed change, @Nullable Document head, Instant now) {
        Instant since = underWay.get(change);
        boolean isReached = (head == null ? 0 : head.version()) >= change.version();
        boolean isCutOff = since != null && !since.plus(properties.patience()).isAfter(now);
        if (isReached || isCutOff) {
            return Look.SETTLED;
        }
        return since == null ? Look.FIRST : Look.IN_VAIN;
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
