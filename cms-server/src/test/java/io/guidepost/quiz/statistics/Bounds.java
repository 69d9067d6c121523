package io.guidepost.quiz.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Integer unknowns and what is known of their sums. Every unknown is narrowed to an interval that no solution leaves, by drawing
 * conclusions from one sum after the other until none follows any more.
 */
final class Bounds {

    private final List<int[]> intervals = new ArrayList<>();
    private final List<List<Sum>> sumsOf = new ArrayList<>();
    private final Deque<Sum> due = new ArrayDeque<>();

    /** A new unknown between both, inclusively. */
    int unknown(int least, int most) {
        intervals.add(new int[]{least, most});
        sumsOf.add(new ArrayList<>());
        return intervals.size() - 1;
    }

    int least(int unknown) {
        return intervals.get(unknown)[0];
    }

    int most(int unknown) {
        return intervals.get(unknown)[1];
    }

    boolean isPinned(int unknown) {
        return least(unknown) == most(unknown);
    }

    void narrow(int unknown, int least, int most) {
        int[] interval = intervals.get(unknown);
        if (least > interval[0] || most < interval[1]) {
            interval[0] = Math.max(interval[0], least);
            interval[1] = Math.min(interval[1], most);
            if (interval[0] > interval[1]) {
                throw new IllegalStateException("What is known contradicts itself");
            }
            sumsOf.get(unknown).forEach(this::add);
        }
    }

    /** What is added, less what is taken away, is between both. */
    void know(Collection<Integer> added, Collection<Integer> taken, int least, int most) {
        int[] unknowns = new int[added.size() + taken.size()];
        int[] signs = new int[unknowns.length];
        Arrays.fill(signs, 0, added.size(), 1);
        Arrays.fill(signs, added.size(), unknowns.length, -1);
        int index = 0;
        for (int unknown : added) {
            unknowns[index++] = unknown;
        }
        for (int unknown : taken) {
            unknowns[index++] = unknown;
        }
        Sum sum = new Sum(unknowns, signs, least, most);
        for (int unknown : unknowns) {
            sumsOf.get(unknown).add(sum);
        }
        add(sum);
    }

    void conclude() {
        while (!due.isEmpty()) {
            Sum sum = due.removeFirst();
            sum.due = false;
            conclude(sum);
        }
    }

    private void conclude(Sum sum) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < sum.unknowns.length; i++) {
            least += lowest(sum, i);
            most += highest(sum, i);
        }
        for (int i = 0; i < sum.unknowns.length; i++) {
            long lowest = Math.max(lowest(sum, i), sum.least - (most - highest(sum, i)));
            long highest = Math.min(highest(sum, i), sum.most - (least - lowest(sum, i)));
            if (sum.signs[i] > 0) {
                narrow(sum.unknowns[i], (int) lowest, (int) highest);
            } else {
                narrow(sum.unknowns[i], (int) -highest, (int) -lowest);
            }
        }
    }

    private long lowest(Sum sum, int index) {
        return sum.signs[index] > 0 ? least(sum.unknowns[index]) : -most(sum.unknowns[index]);
    }

    private long highest(Sum sum, int index) {
        return sum.signs[index] > 0 ? most(sum.unknowns[index]) : -least(sum.unknowns[index]);
    }

    private void add(Sum sum) {
        if (!sum.due) {
            sum.due = true;
            due.addLast(sum);
        }
    }

    private static final class Sum {

        private final int[] unknowns;
        private final int[] signs;
        private final int least;
        private final int most;
        private boolean due;

        Sum(int[] unknowns, int[] signs, int least, int most) {
            this.unknowns = unknowns;
            this.signs = signs;
            this.least = least;
            this.most = most;
        }
    }
}
