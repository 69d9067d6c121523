package io.guidepost.comparison;

import io.guidepost.content.FieldType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which items of two lists are the same. Equal ones are; then embedded objects that alone in their lists have the same key text; then objects
 * and texts that have most of their words in common, the most alike first.
 */
final class ListMatching {

    private static final double ALIKE = 0.5;
    private static final int MOST_PAIRS = 40_000;

    private final @Nullable FieldType type;
    private final JsonNode before;
    private final JsonNode after;
    private final int[] toAfter;
    private final int[] toBefore;
    private final BitSet certain = new BitSet();

    /**
     * Matches the items of two lists.
     *
     * @param type the type of the items
     */
    ListMatching(@Nullable FieldType type, JsonNode before, JsonNode after) {
        this.type = type;
        this.before = before;
        this.after = after;
        this.toAfter = filled(before.size());
        this.toBefore = filled(after.size());
        equalEnds();
        equalItems();
        equalKeys();
        alikeItems();
    }

    /** Where the item before is in the list after; -1: nowhere. */
    int toAfter(int index) {
        return toAfter[index];
    }

    /** Where the item after was in the list before; -1: nowhere. */
    int toBefore(int index) {
        return toBefore[index];
    }

    /** Whether there is no other item that the item before could be: what it equals, or its key, occurs once in each list. */
    boolean certain(int index) {
        return certain.get(index);
    }

    /** The items before that stay: the longest sequence of matched ones that have kept their order. All other matched ones moved. */
    BitSet staying() {
        int[] lastOf = new int[before.size()];
        int[] previous = filled(before.size());
        int longest = 0;
        for (int i = 0; i < before.size(); i++) {
            if (toAfter[i] < 0) {
                continue;
            }
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (toAfter[lastOf[middle]] < toAfter[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : lastOf[low - 1];
            lastOf[low] = i;
            longest = Math.max(longest, low + 1);
        }
        BitSet staying = new BitSet();
        for (int i = longest == 0 ? -1 : lastOf[longest - 1]; i >= 0; i = previous[i]) {
            staying.set(i);
        }
        return staying;
    }

    private void equalEnds() {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            match(start, start);
            start++;
        }
        for (int end = 1; end <= shorter - start
                && before.get(before.size() - end).equals(after.get(after.size() - end)); end++) {
            match(before.size() - end, after.size() - end);
        }
    }

    private void equalItems() {
        Map<JsonNode, Deque<Integer>> places = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            if (toBefore[j] < 0) {
                places.computeIfAbsent(after.get(j), _ -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            Deque<Integer> equal = toAfter[i] < 0 ? places.get(before.get(i)) : null;
            if (equal != null && !equal.isEmpty()) {
                match(i, equal.remove());
            }
        }
        unique(item -> Optional.of(item)).forEach((i, j) -> {
            if (toAfter[i] == j) {
                certain.set(i);
            }
        });
    }

    private void equalKeys() {
        unique(item -> Likeness.key(type, item)).forEach((i, j) -> {
            if (toAfter[i] < 0 && toBefore[j] < 0) {
                match(i, j);
                certain.set(i);
            }
        });
    }

    /** The places of what occurs once in each list. */
    private <K> Map<Integer, Integer> unique(Function<JsonNode, Optional<K>> key) {
        Map<K, Integer> old = once(before, key);
        Map<K, Integer> now = once(after, key);
        Map<Integer, Integer> pairs = new HashMap<>();
        old.forEach((found, i) -> {
            int j = now.getOrDefault(found, -1);
            if (i >= 0 && j >= 0) {
                pairs.put(i, j);
            }
        });
        return pairs;
    }

    private static <K> Map<K, Integer> once(JsonNode list, Function<JsonNode, Optional<K>> key) {
        Map<K, Integer> places = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            key.apply(list.get(i)).ifPresent(found -> places.merge(found, place, (_, _) -> -1));
        }
        return places;
    }

    private void alikeItems() {
        List<Integer> old = unmatched(before, toAfter);
        List<Integer> now = unmatched(after, toBefore);
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            return;
        }
        record Pair(int i, int j, double likeness) {}
        List<Pair> pairs = new ArrayList<>();
        List<Set<String>> words = now.stream().map(j -> Likeness.words(after.get(j))).toList();
        for (int i : old) {
            Set<String> wordsBefore = Likeness.words(before.get(i));
            for (int n = 0; n < words.size(); n++) {
                double likeness = Likeness.between(wordsBefore, words.get(n));
                if (likeness >= ALIKE && before.get(i).isObject() == after.get(now.get(n)).isObject()) {
                    pairs.add(new Pair(i, now.get(n), likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed()
                .thenComparingInt(pair -> Math.abs(pair.i() - pair.j())).thenComparingInt(Pair::i)
                .thenComparingInt(Pair::j));
        for (Pair pair : pairs) {
            if (toAfter[pair.i()] < 0 && toBefore[pair.j()] < 0) {
                match(pair.i(), pair.j());
            }
        }
    }

    /** Those without a partner that can be changed and still be the same: objects and texts. */
    private List<Integer> unmatched(JsonNode list, int[] partners) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0 && canChange(list.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private boolean canChange(JsonNode item) {
        return item.isObject() || (item.isString() && Shapes.isText(type));
    }

    private void match(int i, int j) {
        toAfter[i] = j;
        toBefore[j] = i;
    }

    private static int[] filled(int size) {
        int[] places = new int[size];
        Arrays.fill(places, -1);
        return places;
    }
}
