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
    private final Range range;
    private final NavigableSet<Object> found;
    private Iterator<Object> positions = Collections.emptyIterator();

    /**
     * Which values of the key after those that equal something are looked through. Of two bounds of a query it keeps to the lower one alone:
     * where the field is a list, one element of it may keep to the one bound and another to the other.
     *
     * @param least the least of them; where the query has no lower bound, the least of the kind of the upper one. Null: any
     * @param most the greatest of them; null: any above the least
     */
    private record Range(@Nullable Object least, @Nullable Object most) {

        private static final Range ALL = new Range(null, null);

        static Range of(String key, Conditions conditions) {
            return conditions.least(key).flatMap(least -> leastLike(least).map(_ -> new Range(least, null)))
                    .or(() -> conditions.most(key)
                            .flatMap(most -> leastLike(most).map(least -> new Range(least, most))))
                    .orElse(ALL);
        }

        /** The least value of the same kind; none if the index has those of its kind in another order: numbers of different classes. */
        private static Optional<Object> leastLike(Object value) {
            return switch (value) {
                case String _ -> Optional.of("");
                case Instant _ -> Optional.of(Instant.MIN);
                default -> Optional.empty();
            };
        }
    }

    private IndexSearch(SecondaryIndex index, List<List<Object>> combinations, Range range, StoredValueType order) {
        this.index = index;
        this.combinations = combinations.iterator();
        this.range = range;
        this.found = new TreeSet<>(order);
    }

    /** The search of an index, or none if the conditions say nothing of its first key. */
    static Optional<IndexSearch> of(SecondaryIndex index, Conditions conditions, StoredValueType order) {
        List<List<Object>> combinations = List.of(List.of());
        Range range = Range.ALL;
        for (String key : index.searchedKeys()) {
            Optional<List<Object>> values = conditions.equal(key);
            if (values.isEmpty()) {
                range = Range.of(key, conditions);
                break;
            }
            if ((long) combinations.size() * values.get().size() > MOST_COMBINATIONS) {
                break;
            }
            combinations = extended(combinations, values.get());
        }
        boolean knowsNothing = combinations.equals(List.of(List.of())) && range.equals(Range.ALL);
        return knowsNothing
                ? Optional.empty()
                : Optional.of(new IndexSearch(index, combinations, range, order));
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
            positions = index.find(combinations.next(), range.least(), range.most());
        }
        found.add(positions.next());
        return true;
    }

    /** Where the documents are that were found so far, in the order of the whole collection, each once. */
    NavigableSet<Object> found() {
        return found;
    }
}
