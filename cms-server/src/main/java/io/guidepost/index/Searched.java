package io.guidepost.index;

import java.util.Set;

/**
 * Where questions go.
 *
 * @param index an index, or an alias of one
 * @param missing fields of the present definition that it does not have, or has in another way
 */
public record Searched(String index, Set<String> missing) {

    /** Copies the fields. */
    public Searched {
        missing = Set.copyOf(missing);
    }

    /** Whether a field can be asked for. */
    public boolean has(String field) {
        return !missing.contains(field);
    }
}
