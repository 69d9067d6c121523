package io.guidepost.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many hits there are, exactly
 * @param hits those that were asked for, the best first
 * @param facets what the hits can be narrowed down by
 * @param didYouMean what would find something, where the words that were typed find nothing; null: nothing close would, or something was found
 * @param cut whether what was typed is so long that only its beginning was searched for
 * @param degraded whether nothing could be found, as the search engine is away or was not asked, or it takes nothing that is new
 */
public record SearchResults(long total, List<SearchHit> hits, Facets facets, @Nullable String didYouMean, boolean cut,
        boolean degraded) {

    /** Nothing, as the search engine was not asked. */
    public static final SearchResults UNASKED = new SearchResults(0, List.of(), Facets.NONE, null, false, true);

    /** Copies the hits. */
    public SearchResults {
        hits = List.copyOf(hits);
    }
}
