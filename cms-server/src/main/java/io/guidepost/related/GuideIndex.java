package io.guidepost.related;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The index of the texts of the live guides. Every method throws {@link SearchUnavailableException} while the engine is away. */
interface GuideIndex {

    /** Makes the index if there is none. */
    void create();

    /** Which publication of which guide it holds: publications by document id. */
    Map<String, String> publications();

    /** How many guides it holds. */
    long count();

    /** Adds guides, or replaces them. */
    void put(Collection<Guide> guides);

    /** Removes guides by their document ids. */
    void remove(Collection<String> ids);

    /**
     * The guides most like one in the index, the closest first.
     *
     * @param id the document id of the guide
     * @param limit how many at most
     * @return their document ids, its own not among them
     */
    List<String> similar(String id, int limit);

    /**
     * A guide as it is indexed.
     *
     * @param id the document id
     * @param publication what of it is live
     * @param role the role's name
     * @param text all that the guide says, as plain words
     */
    record Guide(String id, String publication, String role, String text) {}
}
