package io.guidepost.search;

/**
 * What somebody searches for.
 *
 * @param text what was typed, whatever it is
 * @param filter what is to be left out
 * @param offset how many of the first hits to skip
 * @param limit how many hits at most
 */
public record SiteQuery(String text, SearchFilter filter, int offset, int limit) {}
