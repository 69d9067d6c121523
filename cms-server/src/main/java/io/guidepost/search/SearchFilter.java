package io.guidepost.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What hits must be. Whatever asks for skills, pay or time to enter is met by guides alone.
 *
 * @param types document types to find; empty: all that are searched
 * @param skills names of skills as {@linkplain Facets facets} have them: a guide must need every one
 * @param pay what somebody who enters earns; null: whatever
 * @param monthsAtMost how many months the change may typically take at most; null: however long
 */
public record SearchFilter(Set<String> types, List<String> skills, @Nullable Pay pay, @Nullable Integer monthsAtMost) {

    /** Leaves nothing out. */
    public static final SearchFilter NONE = new SearchFilter(Set.of(), List.of(), null, null);

    /** Copies the collections. */
    public SearchFilter {
        types = Set.copyOf(types);
        skills = List.copyOf(skills);
    }

    /**
     * What the first salary band of a guide begins with.
     *
     * @param currency its ISO 4217 code
     * @param atLeast in whole units a year; null: however little
     * @param below in whole units a year; null: however much
     */
    public record Pay(String currency, @Nullable Integer atLeast, @Nullable Integer below) {}
}
