package io.guidepost.index;

import io.guidepost.release.LiveSite;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an index holds of the live site. */
public interface IndexedSite {

    /** What operators call the index. */
    String name();

    /**
     * What a site's entries are made of.
     *
     * @return {@linkplain Entry#stamp stamps} by the ids of the entries
     */
    Map<String, String> stamps(LiveSite site);

    /**
     * Entries of a site, in no order. An entry may turn out newer than its stamp says; never older.
     *
     * @param site the site
     * @param ids the ids of the entries, all of them on the site
     */
    List<Entry> entries(LiveSite site, Collection<String> ids);

    /** Changes whenever a stamp may have changed though the site is the same. */
    default int generation() {
        return 0;
    }

    /** Whether stamps most likely stay as they are until the next release. */
    default boolean isSettled() {
        return true;
    }
}
