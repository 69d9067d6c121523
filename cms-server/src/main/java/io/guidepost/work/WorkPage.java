package io.guidepost.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of work.
 *
 * @param items those of this page
 * @param next the {@code after} of the next page; left out on the last
 * @param total how many there are on all pages
 * @param counts how many there would be of each state and type
 * @param asOf every change made until then is in the list; left out while that is not known
 * @param behind how many changed documents are not in the list yet as they are now; 1000 may be more
 * @param degraded whether the search engine is away, so that the list comes from the database and knows less
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkPage(List<WorkItem> items, @Nullable String next, long total, Counts counts, @Nullable Instant asOf,
        int behind, boolean degraded) {

    /**
     * How many there are under all the other filters.
     *
     * @param states by state, whatever states are asked for
     * @param types by type, whatever types are asked for
     */
    record Counts(Map<String, Long> states, Map<String, Long> types) {}
}
