package io.guidepost.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much work a comparison may still cost. Myers' algorithm takes time and memory by the square of the number of changes, and asks its
 * listener at every step: one that goes too far is ended there.
 */
final class Effort implements DiffAlgorithmListener {

    private static final int MOST_CHANGES = 1_000;
    private long remaining = 20_000_000;

    /** The changes from one sequence to another, in order; none found if they are too far apart. */
    <T> Optional<List<Change>> changes(List<T> before, List<T> after) {
        try {
            return Optional.of(new MyersDiff<T>().computeDiff(before, after, this).stream()
                    .sorted(Comparator.comparingInt((Change change) -> change.startOriginal)
                            .thenComparingInt(change -> change.startRevised))
                    .toList());
        } catch (TooFarApartException _) {
            return Optional.empty();
        }
    }

    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {
        remaining -= value + 1;
        if (value > MOST_CHANGES || remaining < 0) {
            throw new TooFarApartException();
        }
    }

    @Override
    public void diffEnd() {}

    private static final class TooFarApartException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooFarApartException() {
            super("Too far apart.", null, false, false);
        }
    }
}
