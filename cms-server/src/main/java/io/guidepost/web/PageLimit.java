package io.guidepost.web;

/** How many items a page of a list may have. */
public final class PageLimit {

    private static final int MOST = 100;

    private PageLimit() {}

    /**
     * Refuses a page of no or too many items.
     *
     * @param limit the parameter {@code limit}
     * @throws MalformedQueryException unless it lies between 1 and 100
     */
    public static void require(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new MalformedQueryException("“limit” must lie between 1 and " + MOST + ".");
        }
    }
}
