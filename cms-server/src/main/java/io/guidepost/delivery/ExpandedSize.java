package io.guidepost.delivery;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many selections a query has once its fragments are written out. A short query can stand for billions of them; each fragment
 * is counted once. The query must have been validated: its fragments exist and have no cycles.
 */
final class ExpandedSize {

    private final Map<String, FragmentDefinition> fragments;
    private final long ceiling;
    private final Map<String, Long> known = new HashMap<>();

    /** @param limit beyond which sizes need not be told apart */
    ExpandedSize(Map<String, FragmentDefinition> fragments, int limit) {
        this.fragments = fragments;
        this.ceiling = limit + 1L;
    }

    long of(@Nullable SelectionSet selections) {
        long size = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = Math.min(ceiling, size + 1 + below(selection));
            }
        }
        return size;
    }

    private long below(Selection<?> selection) {
        return switch (selection) {
            case Field field -> of(field.getSelectionSet());
            case InlineFragment inline -> of(inline.getSelectionSet());
            case FragmentSpread spread -> ofFragment(spread.getName());
            default -> throw new IllegalArgumentException("Not a selection of GraphQL: " + selection);
        };
    }

    private long ofFragment(String name) {
        Long size = known.get(name);
        if (size == null) {
            FragmentDefinition fragment = fragments.get(name);
            size = fragment == null ? 0 : of(fragment.getSelectionSet());
            known.put(name, size);
        }
        return size;
    }
}
