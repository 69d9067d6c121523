package io.guidepost.index;

import java.util.Map;

/**
 * An index of the live site. Every method throws {@link SearchUnavailableException} while the engine is away.
 *
 * <p>Servers of different versions may have different definitions of it. Each fills an index of its own definition and asks that one; while it is not
 * full, the one of another definition is asked, as far as it can be.
 */
public interface SiteIndex extends EntryStore {

    /** Makes the index if there is none of the present definition. */
    void create();

    /** Has questions go to the index of the present definition from now on. */
    void open();

    /**
     * Has questions go to an index of another definition for the time being.
     *
     * @return false if there is none that they can be asked of
     */
    boolean borrow();

    /** What it holds: the entries' {@linkplain Entry#stamp stamps} by id. */
    Map<String, String> stamps();

    /** How many entries it holds. */
    long count();

    /**
     * Notes that the index is in use, and removes those that are not: of other definitions the newest one stays, and what another server has
     * used within the last hour.
     */
    void keep();

    /** Makes an empty index of the present definition that can be filled while the other one is asked. */
    EntryStore beside();

    /** Has the index that was made {@linkplain #beside beside} take the place of the other one. */
    void takeOver();
}
