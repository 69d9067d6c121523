package io.guidepost.work;

import io.guidepost.work.WorkPage.Counts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The index of working copies. Every method throws {@link SearchUnavailableException} while the engine is away. */
interface WorkIndex {

    /** Makes the index if there is none of this form, and says what is to be done with it. */
    State prepare();

    /** Notes that every working copy has been made pending since the index was made. */
    void begun();

    /**
     * Adds entries, or replaces those of a stamp that is not higher, and removes others.
     *
     * @param entries what to add; one that the engine cannot take is left out
     * @param gone ids of documents that are gone for good
     */
    void put(Collection<WorkEntry> entries, Collection<String> gone);

    /**
     * Those whose problems were looked for longest ago.
     *
     * @param before and before then
     * @param limit how many at most
     * @return their ids
     */
    List<String> checkedBefore(Instant before, int limit);

    /** The entries that a query asks for; by relevance, none past the {@value Cursor#MOST_RELEVANT}th. */
    Found find(WorkQuery query);

    /** How far an index is. */
    enum State {
        /** It was made anew: every working copy is to be put into it. */
        NEW,
        /** It is to be kept up to date. */
        BEGUN,
        /** A newer server made it, and keeps it. */
        NEWER
    }

    /** What a query found. */
    record Found(long total, Counts counts, List<Hit> hits) {}

    /**
     * One of them.
     *
     * @param item what lists show
     * @param value what it is sorted by: as in a {@link Cursor}, or how well it fits
     */
    record Hit(WorkItem item, Object value) {}
}
