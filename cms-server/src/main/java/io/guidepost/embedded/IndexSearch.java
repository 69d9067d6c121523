package io.guidepost.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The search of one index for documents that fulfil what it knows of the conditions of a query, step by step, so that
 * several can be tried beside each other.
 */
final class IndexSearch {

    /** So many combinations of values are looked up one by one; where there are more, the index's further keys are left out. */
    private static final int MOST_COMBINATIONS = 10_000;

    private final SecondaryIndex index;
    private final Iterator<List<Object>> combinations;
    private final @Nullable Object least;
    private final NavigableSet<Object> found;
    private Iterator<Object> positions = Collections.emptyIterator();

    private IndexSearch(SecondaryIndex index, List<List<Object>> combinations, @Nullable Object least,
            StoredValueType order) {
        this.index = index;
        this.combinations = combinations.iterator();
        this.least = least;
        this.found = new TreeSet<>(order);
    }

    /** The search of an index, or none if the conditions say nothing of its first key. */
    static Optional<IndexSearch> of(SecondaryIndex index, Conditions conditions, StoredValueType order) {
        List<List<Object>> combinations = List.of(List.of());
        Optional<Object> least = Optional.empty();
        for (String key : index.searchedKeys()) {
            Optional<List<Object>> values = conditions.equal(key);
            if (values.isEmpty()) {
                least = conditions.least(key).filter(IndexSearch::isInOrder);
                break;
            }
            if ((long) combinations.size() * values.get().size() > MOST_COMBINATIONS) {
                break;
            }
            combinations = extended(combinations, values.get());
        }
        boolean knowsNothing = combinations.equals(List.of(List.of())) && least.isEmpty();
        return knowsNothing
                ? Optional.empty()
                : Optional.of(new IndexSearch(index, combinations, least.orElse(null), order));
    }

    /** Numbers of different kinds are not in the order of their values. */
    private static boolean isInOrder(Object value) {
        return value instanceof String || value instanceof Instant;
    }

    private static List<List<Object>> extended(List<List<Object>> combinations, List<Object> values) {
        List<List<Object>> extended = new ArrayList<>();
        for (List<Object> combination : combinations) {
            for (Object value : values) {
                List<Object> longer = new ArrayList<>(combination);
                longer.add(value);
                extended.add(longer);
            }
        }
        return extended;
    }

    /** Looks one entry further; false if there are no more. */
    boolean step() {
        while (!positions.hasNext()) {
            if (!combinations.hasNext()) {
                return false;
            }
            positions = index.find(combinations.next(), least);
        }
        found.add(positions.next());
        return true;
    }

    /** Where the documents are that were found so far, in the order of the whole collection, each once. */
    NavigableSet<Object> found() {
        return found;
    }
}
