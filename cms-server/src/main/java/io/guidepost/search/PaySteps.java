package io.guidepost.search;

import io.guidepost.search.Facets.PayCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steps of round numbers that pay is counted in. */
final class PaySteps {

    private static final int MOST = 6;
    private static final int[] ROUND = {1, 2, 5};
    private static final int TEN = 10;
    /** No step is narrower than this part of the highest pay. */
    private static final int FINEST = 20;

    private PaySteps() {}

    /**
     * How many pay how much, in at most six steps: each as wide as 1, 2 or 5 with zeros, and none without anybody.
     *
     * @param counts how many pay exactly so much
     */
    static List<PayCount> of(String currency, Map<Integer, Long> counts) {
        if (counts.isEmpty()) {
            return List.of();
        }
        SortedMap<Integer, Long> sorted = new TreeMap<>(counts);
        long width = width(sorted.firstKey(), sorted.lastKey());
        SortedMap<Long, Long> steps = new TreeMap<>();
        sorted.forEach((pay, count) -> steps.merge(pay / width, count, Long::sum));
        List<PayCount> counted = new ArrayList<>();
        steps.forEach((step, count) -> counted.add(new PayCount(currency, Math.toIntExact(step * width), Math
                .toIntExact((step + 1) * width), count)));
        return counted;
    }

    private static long width(int low, int high) {
        for (long power = 1;; power *= TEN) {
            for (int round : ROUND) {
                long width = round * power;
                if (high / width - low / width < MOST && width * FINEST >= high) {
                    return width;
                }
            }
        }
    }
}
