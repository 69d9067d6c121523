package io.guidepost.index;

import java.util.Collection;

/** Something that entries can be put into. Every method throws {@link SearchUnavailableException} while the engine is away. */
public interface EntryStore {

    /** Adds entries, or replaces them. They are found after the next {@link #refresh}, if not before. */
    Written put(Collection<Entry> entries);

    /** Removes entries by their ids. */
    Written remove(Collection<String> ids);

    /** Has everything found that has been written. */
    void refresh();
}
