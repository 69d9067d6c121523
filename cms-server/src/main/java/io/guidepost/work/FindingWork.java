package io.guidepost.work;

import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.ChangedDocuments.Follower;
import io.guidepost.work.WorkIndex.Found;
import io.guidepost.work.WorkIndex.Hit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers what editors ask for, with how true it is at the moment. */
@Service
class FindingWork {

    private static final int COUNTED = 1_000;

    private final WorkIndex index;
    private final OpenWork open;
    private final ChangedDocuments changes;
    private final WorkFollower follower;
    private final Clock clock;

    FindingWork(WorkIndex index, OpenWork open, ChangedDocuments changes, WorkFollower follower, Clock clock) {
        this.index = index;
        this.open = open;
        this.changes = changes;
        this.follower = follower;
        this.clock = clock;
    }

    /**
     * The working copies that a query asks for.
     *
     * @throws SearchUnavailableException while the search engine is away
     */
    WorkPage find(WorkQuery query) {
        Instant now = clock.instant();
        // Counted first: what is in the list by then has not been counted in vain, and nothing is missing unsaid.
        int behind = changes.pending(Follower.SEARCH, COUNTED).size();
        return page(query, index.find(oneMore(query)), behind == 0 ? now : follower.caughtUp(), behind, false);
    }

    /** The same of somebody's own work; while the search engine is away it comes from the database. */
    WorkPage findOwn(WorkQuery query) {
        try {
            return find(query);
        } catch (SearchUnavailableException away) {
            return page(query, open.find(oneMore(query)), clock.instant(), 0, true);
        }
    }

    private static WorkQuery oneMore(WorkQuery query) {
        return new WorkQuery(query.filters(), query.order(), query.ascending(), query.after(), query.limit() + 1);
    }

    private static WorkPage page(WorkQuery query, Found found, @Nullable Instant asOf,
            int behind, boolean degraded) {
        List<Hit> hits = found.hits().subList(0, Math.min(query.limit(), found.hits().size()));
        String next = found.hits().size() > query.limit() ? Cursor.behind(query, hits).text() : null;
        return new WorkPage(hits.stream().map(Hit::item).toList(), next, found.total(), found.counts(), asOf, behind,
                degraded);
    }
}
