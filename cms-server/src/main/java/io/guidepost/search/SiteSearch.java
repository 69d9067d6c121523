package io.guidepost.search;

/** Searches what is live, and nothing else. It never fails for what was typed, nor for the search engine being away. */
public interface SiteSearch {

    /**
     * What is found. It costs one request to the engine, two if nothing is found at once. A document that is taken off the site in this very
     * moment may still be among the hits, without any of its words.
     */
    SearchResults search(SiteQuery query);

    /**
     * What somebody may be about to type.
     *
     * @param prefix what has been typed so far
     * @param limit how many suggestions at most
     */
    Suggestions suggest(String prefix, int limit);
}
